package duixian.service.payment;

import duixian.policy.value.Money;
import duixian.service.claim.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/// The bank's files: orders out as CSV or Excel, answers in as CSV (指令号,金额,结果,说明,流水号 with a head
/// line; 结果 is 成功 or 失败).
public final class BankFile {
  private static final String HEAD = "指令号,户名,开户行,账号,金额\n";
  private static final int COLUMNS = 5;
  private static final int MOST = 100_000;

  private BankFile() {}

  /// An order with the whole account number.
  public record Line(String order, String holder, String bank, String number, Money amount) {}

  /// A line of feedback; `line` counts from 1.
  public record Answer(
      int line, String order, Money amount, boolean succeeded, String message, String reference) {
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

  /// Throws Refusal with the line when the file is not one of answers.
  public static List<Answer> answers(String csv) {
    var lines = csv.replace("\uFEFF", "").lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals("指令号,金额,结果,说明,流水号")) {
      throw new Refusal("回单第 1 行应是：指令号,金额,结果,说明,流水号");
    }
    if (lines.size() > MOST) {
      throw new Refusal("回单超过 " + MOST + " 行，请分成几个文件");
    }
    var answers = new ArrayList<Answer>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        answers.add(answer(i + 1, Cells.split(lines.get(i))));
      }
    }
    return answers;
  }

  private static Answer answer(int line, List<String> cells) {
    if (cells.size() != COLUMNS) {
      throw new Refusal("回单第 " + line + " 行有 " + cells.size() + " 列，应是 " + COLUMNS + " 列");
    }
    var succeeded =
        switch (cells.get(2)) {
          case "成功" -> true;
          case "失败" -> false;
          default -> throw new Refusal("回单第 " + line + " 行的结果应是“成功”或“失败”");
        };
    return new Answer(
        line, cells.get(0), amount(line, cells.get(1)), succeeded, cells.get(3), cells.get(4));
  }

  private static Money amount(int line, String text) {
    try {
      return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal("回单第 " + line + " 行的金额“" + text + "”应写成 1600000.00");
    }
  }
}
