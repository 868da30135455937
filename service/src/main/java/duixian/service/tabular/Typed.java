package duixian.service.tabular;

import duixian.policy.value.Money;
import java.math.BigDecimal;

/// Amounts as people type them: commas of either kind, any number of noughts, but no exponent that
/// would take the machine a day to write out.
public final class Typed {
  private static final int LONGEST = 40;

  private Typed() {}

  /// Fen of a text in yuan. Throws NumberFormatException for what is no number, ArithmeticException
  /// for parts of a fen and for what no account holds.
  public static Money yuan(String text) {
    return new Money(shifted(text, 2));
  }

  /// The same of a text in 万元.
  public static Money wan(String text) {
    return new Money(shifted(text, 6));
  }

  /// The number times ten to the power of `digits`, as a whole number.
  public static long shifted(String text, int digits) {
    var number = new BigDecimal(text.strip().replace(",", "").replace("，", ""));
    if (Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST) {
      throw new ArithmeticException("more than " + LONGEST + " digits");
    }
    return number.movePointRight(digits).longValueExact();
  }
}
