package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Stored numbers as the text that reads back to them.
public final class FactText {
  private FactText() {}

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
