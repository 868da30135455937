package duixian.cli.report;

import duixian.policy.trace.Decision;
import duixian.policy.value.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The result as a workbook: 结果 (continued on further sheets when it has more rows than one holds)
/// and 说明 with policy, day, readings and receipt.
public final class ResultExcel {
  private static final int MOST_ROWS = 1_000_000;
  private static final int FLUSHED = 5_000;
  private static final String MONEY = "#,##0.00";
  private static final int[] WIDTHS = {24, 12, 18, 14, 8, 10, 18, 18, 40, 60};

  private final Workbook book;
  private @Nullable Worksheet sheet;
  private int sheets;
  private int row;

  private ResultExcel(Workbook book) {
    this.book = book;
  }

  public static void write(Result result, OutputStream out) throws IOException {
    try (var book = new Workbook(out, "duixian", "1.0")) {
      var excel = new ResultExcel(book);
      excel.begin();
      for (var decision : result.decisions()) {
        excel.decision(decision, Result.hasPlatform(result.policy(), decision));
      }
      excel.about(result);
    }
  }

  private Worksheet begin() {
    sheets++;
    var next = book.newWorksheet(sheets == 1 ? "结果" : "结果" + sheets);
    for (int i = 0; i < WIDTHS.length; i++) {
      next.width(i, WIDTHS[i]);
      next.value(0, i, Cells.HEADER[i]);
      next.style(0, i).bold().set();
    }
    next.freezePane(0, 1);
    row = 1;
    sheet = next;
    return next;
  }

  private void decision(Decision decision, boolean hasPlatform) throws IOException {
    var full = sheet == null || row > MOST_ROWS;
    if (full && sheet != null) {
      sheet.finish();
    }
    var target = full ? begin() : java.util.Objects.requireNonNull(sheet);
    var outcome = decision.outcome();
    text(target, 0, decision.award().name());
    text(target, 1, decision.award().clause());
    text(target, 2, decision.object());
    text(target, 3, hasPlatform ? decision.root() : "");
    target.value(row, 4, decision.year());
    text(target, 5, outcome.word());
    money(target, 6, Cells.figure(outcome));
    money(target, 7, Cells.ceiling(outcome));
    text(target, 8, Cells.cuts(outcome));
    text(target, 9, Cells.note(outcome));
    if (row++ % FLUSHED == 0) {
      target.flush();
    }
  }

  private void about(Result result) {
    var about = book.newWorksheet("说明");
    var receipt = result.receipt();
    var line = 0;
    line = about(about, line, "政策", receipt.policy());
    line = about(about, line, "版本", receipt.version());
    line = about(about, line, "认定日", receipt.day().toString());
    for (var reading : receipt.readings().entrySet()) {
      line = about(about, line, "解释点 " + reading.getKey(), reading.getValue());
    }
    line = about(about, line, "事实摘要", receipt.facts());
    about(about, line, "结果摘要", receipt.result());
    about.width(0, 30);
    about.width(1, 70);
  }

  private static int about(Worksheet about, int line, String key, String value) {
    about.value(line, 0, key);
    about.value(line, 1, Cells.harmless(value));
    return line + 1;
  }

  private void text(Worksheet target, int column, String text) {
    if (!text.isEmpty()) {
      target.value(row, column, Cells.harmless(text));
    }
  }

  private void money(Worksheet target, int column, @Nullable Money money) {
    if (money != null) {
      target.value(row, column, BigDecimal.valueOf(money.fen(), 2));
      target.style(row, column).format(MONEY).set();
    }
  }
}
