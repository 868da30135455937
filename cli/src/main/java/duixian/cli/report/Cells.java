package duixian.cli.report;

import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An outcome in the columns of a spreadsheet, and the guard against texts that a spreadsheet would
/// run as formulas (OWASP: CSV injection).
final class Cells {
  static final String[] HEADER = {"奖补", "条款", "对象", "平台", "年度", "状态", "额度", "核定上限", "封顶", "说明"};

  private Cells() {}

  static @Nullable Money figure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable payable -> payable.figure();
      case Outcome.Ineligible _ -> Money.ZERO;
      case Outcome.Lacking _, Outcome.Undetermined _ -> null;
    };
  }

  static @Nullable Money ceiling(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable payable -> payable.ceiling();
      case Outcome.Ineligible _ -> Money.ZERO;
      case Outcome.Lacking _, Outcome.Undetermined _ -> null;
    };
  }

  static String cuts(Outcome outcome) {
    if (!(outcome instanceof Outcome.Payable payable) || payable.cuts().isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    for (var cut : payable.cuts()) {
      text.append(text.isEmpty() ? "" : "；").append(cut.name()).append(' ');
      JsonLine.decimal(text, cut.amount().fen());
    }
    return text.toString();
  }

  static String note(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable _ -> "";
      case Outcome.Ineligible(var reasons) -> String.join("；", reasons);
      case Outcome.Lacking(var lacks, var least, var most) ->
          lacks.stream()
                  .map(lack -> lack.fact() + "：" + lack.why())
                  .collect(Collectors.joining("；"))
              + (most == null ? "" : "；最低 " + text(least) + "，最高 " + text(most));
      case Outcome.Undetermined(var parts) -> String.join("；", parts);
    };
  }

  /// A leading apostrophe makes a spreadsheet take the text as text.
  static String harmless(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return switch (text.charAt(0)) {
      case '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠' -> "'" + text;
      default -> text;
    };
  }

  private static String text(@Nullable Money money) {
    return money == null ? "未知" : money.text();
  }
}
