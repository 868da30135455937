package duixian.policy.columns.expression;

/// A long that code works with: in a local, or known already.
public sealed interface Operand {
  record Slot(int local) implements Operand {}

  record Fixed(long value) implements Operand {
    public static final Fixed ZERO = new Fixed(0);
    public static final Fixed ONE = new Fixed(1);
  }

  default boolean is(long value) {
    return this instanceof Fixed(var fixed) && fixed == value;
  }
}
