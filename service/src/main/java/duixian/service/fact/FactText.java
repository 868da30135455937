package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Stored numbers as the text that reads back to them, and that text for the eye.
public final class FactText {
  private static final int FEN = 100;

  private FactText() {}

  /// `160万元` for `1600000`, `是` for `true`; what does not read as the field stays as it is.
  public static String shown(Field field, String text) {
    return switch (field.type()) {
      case Type.Amount(var dimension) when dimension.isMoney() && field.scale() == FEN ->
          money(text);
      case Type.Flag _ ->
          switch (text) {
            case "true" -> "是";
            case "false" -> "否";
            default -> text;
          };
      case Type.Amount _, Type.Day _, Type.Choice _, Type.Reference _ -> text;
    };
  }

  private static String money(String yuan) {
    try {
      return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact()).text();
    } catch (ArithmeticException | NumberFormatException notFen) {
      return yuan;
    }
  }

  public static String of(Facts facts, Field field, long stored) {
    return switch (field.type()) {
      case Type.Amount _ ->
          BigDecimal.valueOf(stored)
              .divide(BigDecimal.valueOf(field.scale()))
              .stripTrailingZeros()
              .toPlainString();
      case Type.Flag _ -> stored == 0 ? "false" : "true";
      case Type.Day _ -> LocalDate.ofEpochDay(stored).toString();
      case Type.Choice(var words) -> words.get((int) stored);
      case Type.Reference _ -> facts.text(stored);
    };
  }
}
