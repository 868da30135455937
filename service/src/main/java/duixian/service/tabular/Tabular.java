package duixian.service.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads a table with a head line. The file decides by its content, not its name, whether it is
/// Excel; CSV is UTF-8 or GB 18030.
public final class Tabular {
  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_ROWS = 100_000;

  private Tabular() {}

  /// A row; `number` is its line in the file, the head being the first. Cells are stripped, absent
  /// ones empty.
  public record Line(int number, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }

    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /// The file is no table of that kind; the message is the sentence for the user.
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /// Every row that is not blank. `head` are the columns that must be there, in any order. Throws
  /// [Unreadable].
  public static List<Line> read(byte[] content, List<String> head) {
    if (content.length == 0) {
      throw new Unreadable("没有选择文件，或文件是空的");
    }
    if (content.length > MOST_BYTES) {
      throw new Unreadable("文件超过 10 MB，请分成几个");
    }
    var rows = isZip(content) ? excel(content) : csv(text(content));
    if (rows.isEmpty()) {
      throw new Unreadable("文件里没有第一行：" + String.join(",", head));
    }
    var columns = rows.getFirst();
    for (var column : head) {
      if (!columns.contains(column)) {
        throw new Unreadable("第 1 行缺少列“" + column + "”；应有：" + String.join("，", head));
      }
    }
    if (rows.size() > MOST_ROWS) {
      throw new Unreadable("超过 " + MOST_ROWS + " 行，请分成几个文件");
    }
    var lines = new ArrayList<Line>();
    for (int i = 1; i < rows.size(); i++) {
      var cells = cells(columns, rows.get(i));
      if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Line(i + 1, cells));
      }
    }
    return lines;
  }

  private static Map<String, String> cells(List<String> columns, List<String> row) {
    var cells = new HashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), i < row.size() ? row.get(i) : "");
    }
    return cells;
  }

  private static boolean isZip(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
  }

  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return new String(content, Charset.forName("GB18030"));
    }
  }

  private static List<List<String>> excel(byte[] content) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(content));
        var rows = book.getFirstSheet().openStream()) {
      return rows.limit(MOST_ROWS + 1L).map(Tabular::row).toList();
    } catch (ZipException | ExcelReaderException e) {
      throw new Unreadable("这不是完好的 Excel 文件，请用 Excel 重新保存为 .xlsx");
    } catch (IOException e) {
      throw new Unreadable("Excel 文件读不出来，请重新保存后再试");
    }
  }

  private static List<String> row(Row row) {
    var cells = new ArrayList<String>();
    for (var cell : row) {
      cells.add(cell == null ? "" : cell.getText().strip());
    }
    return cells;
  }

  /// RFC 4180, with lines that end in either way.
  private static List<List<String>> csv(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < clean.length(); i++) {
      var c = clean.charAt(i);
      if (quoted && c == '"' && i + 1 < clean.length() && clean.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new Unreadable("第 %d 行的引号没有合上".formatted(rows.size() + 1));
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString().strip());
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  /// 是, 真, true, 1 or 否, 假, false, 0; empty for anything else.
  public static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "是", "真", "true", "1" -> Optional.of(true);
      case "否", "假", "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// `2026-06-30` or `2026/6/30`; empty for anything else.
  public static Optional<LocalDate> day(String text) {
    try {
      var parts = text.split("[-/]", -1);
      return parts.length != 3
          ? Optional.empty()
          : Optional.of(
              LocalDate.of(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  Integer.parseInt(parts[2])));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
