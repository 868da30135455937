package duixian.service.payment;

import duixian.policy.value.Money;
import duixian.service.claim.Refusal;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/// The bank's files: orders out as CSV or Excel, answers in as CSV or Excel (指令号,金额,结果,说明,流水号 with
/// a head line; 结果 is 成功 or 失败).
public final class BankFile {
  private static final String HEAD = "指令号,户名,开户行,账号,金额\n";
  private static final List<String> ANSWER = List.of("指令号", "金额", "结果", "说明", "流水号");
  private static final int SAID = 20;

  private BankFile() {}

  /// An order with the whole account number.
  public record Line(String order, String holder, String bank, String number, Money amount) {}

  /// A line of feedback, and where it stands in the file.
  public record Answer(
      Tabular.Line line,
      String order,
      Money amount,
      boolean succeeded,
      String message,
      String reference) {
    /// The same answer has the same identity, wherever it stands in a file.
    String identity() {
      return String.join(
          "\t", order, amount.decimal(), Boolean.toString(succeeded), message, reference);
    }
  }

  /// UTF-8 with a byte order mark, so that spreadsheets read it as it is.
  public static String csv(List<Line> lines) {
    var out = new StringBuilder("\uFEFF").append(HEAD);
    for (var line : lines) {
      out.append(Cells.csv(line.order())).append(',');
      out.append(Cells.csv(line.holder())).append(',');
      out.append(Cells.csv(line.bank())).append(',');
      out.append(Cells.csv(line.number())).append(',');
      out.append(line.amount().decimal()).append('\n');
    }
    return out.toString();
  }

  public static void excel(List<Line> lines, OutputStream out) throws IOException {
    try (var book = new Workbook(out, "duixian", "1.0")) {
      var sheet = book.newWorksheet("拨付");
      var head = HEAD.strip().split(",", -1);
      for (int column = 0; column < head.length; column++) {
        sheet.value(0, column, head[column]);
      }
      for (int row = 0; row < lines.size(); row++) {
        var line = lines.get(row);
        sheet.value(row + 1, 0, line.order());
        sheet.value(row + 1, 1, line.holder());
        sheet.value(row + 1, 2, line.bank());
        sheet.value(row + 1, 3, line.number());
        sheet.value(row + 1, 4, new BigDecimal(line.amount().decimal()));
        sheet.style(row + 1, 4).format("#,##0.00").set();
      }
    }
  }

  /// As [#answers(byte[])], of text.
  public static List<Answer> answers(String csv) {
    return answers(csv.getBytes(StandardCharsets.UTF_8));
  }

  /// The answers of a CSV or Excel file. Throws Refusal with a sentence for every line that is
  /// none, or Tabular.Unreadable.
  public static List<Answer> answers(byte[] file) {
    var answers = new ArrayList<Answer>();
    var wrong = new ArrayList<String>();
    for (var line : Tabular.read(file, ANSWER)) {
      try {
        answers.add(answer(line));
      } catch (Refusal refusal) {
        wrong.add(refusal.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      var more = wrong.size() > SAID ? "；还有 " + (wrong.size() - SAID) + " 行" : "";
      throw new Refusal(
          "一行也没有读入。回单" + String.join("；", wrong.subList(0, Math.min(SAID, wrong.size()))) + more);
    }
    return answers;
  }

  private static Answer answer(Tabular.Line line) {
    var succeeded =
        switch (line.cell("结果")) {
          case "成功" -> true;
          case "失败" -> false;
          default -> throw new Refusal(line.wrong("结果", "“" + line.cell("结果") + "”应是“成功”或“失败”"));
        };
    return new Answer(
        line, line.cell("指令号"), amount(line), succeeded, line.cell("说明"), line.cell("流水号"));
  }

  private static Money amount(Tabular.Line line) {
    try {
      return Typed.yuan(line.cell("金额"));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal(line.wrong("金额", "“" + line.cell("金额") + "”应写成 1600000.00"));
    }
  }
}
