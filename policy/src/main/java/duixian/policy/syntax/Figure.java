package duixian.policy.syntax;

import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.math.BigInteger;

/// A written number in its base unit: `200万元` is 2,000,000 yuan, `60%` is 3/5, `1：1` is 1, `3万次` is
/// 30,000 of 次.
public record Figure(Rational value, Dimension dimension) {
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /// Whether the number fits a long of its smallest stored part: fen, or a millionth.
  static boolean isStorable(Rational value, Dimension dimension) {
    var parts = BigInteger.valueOf(dimension.powers().containsKey("元") ? 100 : 1_000_000);
    return value.numerator().abs().multiply(parts).compareTo(LONGEST.multiply(value.denominator()))
        <= 0;
  }
}
