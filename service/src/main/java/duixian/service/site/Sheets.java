package duixian.service.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Tables as Excel files. A text that a spreadsheet could take for a formula gets an apostrophe.
final class Sheets {
  static final String MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LONGEST_NAME = 31;

  private Sheets() {}

  static byte[] of(Answer.Sheet sheet) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Duixian", "1.0")) {
      var name = sheet.name().replaceAll("[\\[\\]:*?/\\\\]", " ");
      var page = workbook.newWorksheet(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
      for (int column = 0; column < sheet.head().size(); column++) {
        page.value(0, column, guarded(sheet.head().get(column)));
        page.style(0, column).bold().set();
      }
      for (int row = 0; row < sheet.rows().size(); row++) {
        var cells = sheet.rows().get(row);
        for (int column = 0; column < cells.size(); column++) {
          cell(page, row + 1, column, cells.get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array does not fail", e);
    }
    return out.toByteArray();
  }

  private static void cell(Worksheet page, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> page.value(row, column, number);
      case Boolean flag -> page.value(row, column, flag);
      case LocalDate day -> {
        page.value(row, column, day);
        page.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> page.value(row, column, guarded(value.toString()));
    }
  }

  static String guarded(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
