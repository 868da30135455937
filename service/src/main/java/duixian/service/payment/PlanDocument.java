package duixian.service.payment;

import duixian.policy.value.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.Workbook;

/// The plan as it is sent round: Word and Excel, each name as it stands in the register, byte for
/// byte.
public final class PlanDocument {
  private static final List<String> HEAD = List.of("序号", "单位名称", "指令号", "金额（元）");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private PlanDocument() {}

  public static void word(Plan plan, List<PaymentOrder> orders, OutputStream out)
      throws IOException {
    try (var document = new XWPFDocument()) {
      paragraph(document, plan.title(), ParagraphAlignment.CENTER, true);
      paragraph(document, plan.number(), ParagraphAlignment.CENTER, false);
      var table = document.createTable(orders.size() + 2, HEAD.size());
      fill(table, 0, HEAD);
      for (int i = 0; i < orders.size(); i++) {
        var order = orders.get(i);
        fill(
            table,
            i + 1,
            List.of(
                Integer.toString(i + 1), order.payee(), order.number(), order.money().decimal()));
      }
      fill(table, orders.size() + 1, List.of("", "合计", "", total(orders).decimal()));
      var day = plan.issuedAt().atZone(ZoneId.of("Asia/Shanghai")).format(DAY);
      paragraph(document, day, ParagraphAlignment.RIGHT, false);
      document.write(out);
    }
  }

  public static void excel(Plan plan, List<PaymentOrder> orders, OutputStream out)
      throws IOException {
    try (var book = new Workbook(out, "duixian", "1.0")) {
      var sheet = book.newWorksheet("下达计划");
      sheet.value(0, 0, plan.title());
      sheet.value(1, 0, plan.number());
      for (int column = 0; column < HEAD.size(); column++) {
        sheet.value(2, column, HEAD.get(column));
      }
      for (int i = 0; i < orders.size(); i++) {
        var order = orders.get(i);
        sheet.value(i + 3, 0, i + 1);
        sheet.value(i + 3, 1, order.payee());
        sheet.value(i + 3, 2, order.number());
        sheet.value(i + 3, 3, new BigDecimal(order.money().decimal()));
        sheet.style(i + 3, 3).format("#,##0.00").set();
      }
      sheet.value(orders.size() + 3, 1, "合计");
      sheet.value(orders.size() + 3, 3, new BigDecimal(total(orders).decimal()));
      sheet.style(orders.size() + 3, 3).format("#,##0.00").set();
    }
  }

  private static Money total(List<PaymentOrder> orders) {
    return orders.stream().map(PaymentOrder::money).reduce(Money.ZERO, Money::plus);
  }

  private static void paragraph(
      XWPFDocument document, String text, ParagraphAlignment alignment, boolean bold) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    var run = paragraph.createRun();
    run.setText(text);
    run.setBold(bold);
  }

  private static void fill(XWPFTable table, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      table.getRow(row).getCell(column).setText(cells.get(column));
    }
  }
}
