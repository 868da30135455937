package duixian.policy.value;

import java.math.BigInteger;

/// How a figure becomes whole fen: 舍去 rounds down, 四舍五入 half up, 进位 up.
public enum Rounding {
  DOWN("舍去"),
  HALF_UP("四舍五入"),
  UP("进位");

  private final String word;

  Rounding(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whole fen, a multiple of `unit` fen. Throws ArithmeticException when the result is no long.
  public long fen(Rational yuan, long unit) {
    var numerator = yuan.numerator().multiply(BigInteger.valueOf(100));
    var denominator = yuan.denominator().multiply(BigInteger.valueOf(unit));
    var parts = numerator.divideAndRemainder(denominator);
    var floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    var rest = numerator.subtract(floor.multiply(denominator));
    var units =
        switch (this) {
          case DOWN -> floor;
          case UP -> rest.signum() == 0 ? floor : floor.add(BigInteger.ONE);
          case HALF_UP ->
              rest.shiftLeft(1).compareTo(denominator) >= 0 ? floor.add(BigInteger.ONE) : floor;
        };
    return units.multiply(BigInteger.valueOf(unit)).longValueExact();
  }
}
