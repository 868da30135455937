package duixian.policy.value;

import java.math.BigDecimal;

/// Renminbi as whole fen. Arithmetic is exact: what does not fit a long is an ArithmeticException.
public record Money(long fen) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  public static Money yuan(long yuan) {
    return new Money(Math.multiplyExact(yuan, 100L));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money atMost(Money limit) {
    return fen <= limit.fen ? this : limit;
  }

  public Rational rational() {
    return Rational.of(fen, 100);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /// Yuan with two decimals, as in `1600000.00`.
  public String decimal() {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  /// As an officer writes it: `160万元`, `1.5亿元`, `12,345.67元`.
  public String text() {
    var wan = 1_000_000L;
    var yi = 10_000_000_000L;
    if (fen != 0 && fen % 100_000_000L == 0 && Math.abs(fen) >= yi) {
      return BigDecimal.valueOf(fen)
              .divide(BigDecimal.valueOf(yi))
              .stripTrailingZeros()
              .toPlainString()
          + "亿元";
    }
    if (fen != 0 && fen % 10_000L == 0 && Math.abs(fen) >= wan) {
      return BigDecimal.valueOf(fen)
              .divide(BigDecimal.valueOf(wan))
              .stripTrailingZeros()
              .toPlainString()
          + "万元";
    }
    return String.format(
        "%,d%s元", fen / 100, fen % 100 == 0 ? "" : String.format(".%02d", Math.abs(fen % 100)));
  }
}
