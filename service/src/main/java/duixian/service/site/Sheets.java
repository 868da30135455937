package duixian.service.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Tables as Excel files. A text that a spreadsheet could take for a formula gets an apostrophe.
final class Sheets {
  static final String MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LONGEST_NAME = 31;

  private Sheets() {}

  /// One file with a sheet for each, named apart.
  static byte[] of(List<Answer.Sheet> sheets) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Duixian", "1.0")) {
      var names = new HashSet<String>();
      if (sheets.isEmpty()) {
        workbook.newWorksheet("没有表格").value(0, 0, "这一页现在没有可以下载的表格");
      }
      for (var sheet : sheets) {
        write(sheet, workbook.newWorksheet(apart(sheet.name(), names)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array does not fail", e);
    }
    return out.toByteArray();
  }

  private static void write(Answer.Sheet sheet, Worksheet page) {
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
  }

  /// Excel takes 31 signs, none of `[]:*?/\`, and no name twice in whatever case.
  private static String apart(String name, Set<String> taken) {
    var clean = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    var whole = clean.isEmpty() ? "表" : clean;
    for (int i = 1; ; i++) {
      var end = i == 1 ? "" : " " + i;
      var tried = whole.substring(0, Math.min(whole.length(), LONGEST_NAME - end.length())) + end;
      if (taken.add(tried.toLowerCase(Locale.ROOT))) {
        return tried;
      }
    }
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

  /// An apostrophe more for a formula, also for one that has some already, so that who reads the
  /// file back takes one away and has the text again.
  static String guarded(String text) {
    var bare = text.replaceFirst("^'+", "");
    return !bare.isEmpty() && "=+-@\t\r".indexOf(bare.charAt(0)) >= 0 ? "'" + text : text;
  }
}
