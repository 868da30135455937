package duixian.policy.columns.expression;

/// What an expression left behind: `bits ÷ (scale × below)`, missing where `lack` is not 0.
///
/// Flags, days, words, 标识 codes and record rows are whole: scale 1, below 1.
public record Value(Operand bits, long scale, Operand below, Operand lack) {
  public static Value whole(Operand bits, Operand lack) {
    return new Value(bits, 1, Operand.Fixed.ONE, lack);
  }

  public static Value fixed(long value) {
    return whole(new Operand.Fixed(value), Operand.Fixed.ZERO);
  }

  /// Long arithmetic cannot go on: the row leaves.
  public static Value unknown(Body body) {
    return whole(body.giveUp(), Operand.Fixed.ZERO);
  }

  /// Nothing but a lack.
  public static Value lacking(Operand lack) {
    return whole(Operand.Fixed.ZERO, lack);
  }

  public boolean isThere() {
    return lack.is(0);
  }

  public Value lacking(Operand lack, Body body) {
    return new Value(bits, scale, below, body.or(this.lack, lack));
  }
}
