package duixian.cli.read;

import duixian.cli.terminal.Progress;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import java.io.IOException;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// An `.xlsx` workbook: a visible sheet per 主体, the first row names the slots. Empty sheets are
/// left alone.
final class ExcelFacts {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private final String file;
  private final FactsBuilder builder;
  private final boolean from1904;

  private ExcelFacts(String file, FactsBuilder builder, boolean from1904) {
    this.file = file;
    this.builder = builder;
    this.from1904 = from1904;
  }

  static void read(Path path, FactsBuilder builder, Progress progress) throws IOException {
    var file = String.valueOf(path.getFileName());
    var unfit = ZipBounds.complaint(path);
    if (unfit != null) {
      FactsReader.refuse(builder, file, unfit);
      return;
    }
    try (var workbook = new ReadableWorkbook(path.toFile(), WITH_FORMATS)) {
      new ExcelFacts(file, builder, workbook.isDate1904()).sheets(workbook, progress);
    } catch (RuntimeException broken) {
      // The library throws whatever comes to hand on a broken part: NullPointerException,
      // NumberFormatException, its own. To the user they all mean the same.
      FactsReader.refuse(builder, file, "不是完整的 .xlsx 表格（" + broken + "）；请用 Excel 重新保存");
    }
  }

  private void sheets(ReadableWorkbook workbook, Progress progress) throws IOException {
    for (var sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        progress.begin("读取 " + sheet.getName(), 0);
        read(sheet);
      }
    }
  }

  private void read(Sheet sheet) throws IOException {
    try (var rows = sheet.openStream()) {
      var all = rows.filter(row -> !SheetCells.isBlank(row)).iterator();
      if (!all.hasNext()) {
        return;
      }
      var name = sheet.getName().strip();
      var table = builder.table(name, Origin.rows(file, name));
      if (table == null) {
        return;
      }
      var names = SheetCells.names(all.next());
      var repeated = Header.repeated(names);
      if (repeated != null) {
        FactsReader.refuse(builder, file + " " + name, "的表头里“" + repeated + "”出现了两次；请只留一列");
        return;
      }
      var cells = new SheetCells(table, Header.slots(names, table), from1904);
      all.forEachRemaining(cells::record);
    }
  }
}
