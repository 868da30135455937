package duixian.service.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// Reads a table with a head line. The file decides by its content, not its name, whether it is
/// Excel; CSV is UTF-8 or GB 18030.
public final class Tabular {
  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_ROWS = 100_000;
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern GUARDED = Pattern.compile("'+[=+@\t\r-]");
  private static final Pattern YEARS = Pattern.compile("(?:19|20|21)[0-9]{2}");
  private static final ReadingOptions FORMATS = new ReadingOptions(true, false);

  private Tabular() {}

  /// A row; `number` is its line in the file, the head being the first, `sheet` the name of the
  /// Excel sheet, empty for CSV. Cells are stripped, absent ones empty.
  public record Line(String sheet, int number, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }

    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /// The sentence for the user: sheet, row, column (or empty: the whole row), and how to mend it.
    public String wrong(String column, String how) {
      return (sheet.isEmpty() ? "" : "工作表“" + sheet + "”")
          + "第 "
          + number
          + " 行"
          + (column.isEmpty() ? "：" : "“" + column + "”列：")
          + how;
    }
  }

  /// What stands in a file, row by row.
  private record Content(String sheet, List<Raw> rows) {}

  private record Raw(int number, List<String> cells) {}

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
    var file = isZip(content) ? excel(content) : csv(text(content));
    var rows = file.rows();
    if (rows.isEmpty()) {
      throw new Unreadable("文件里没有第一行：" + String.join(",", head));
    }
    var columns = rows.getFirst().cells();
    for (var column : head) {
      if (!columns.contains(column)) {
        throw new Unreadable("第 1 行缺少列“" + column + "”；应有：" + String.join("，", head));
      }
    }
    if (rows.size() > MOST_ROWS) {
      throw new Unreadable("超过 " + MOST_ROWS + " 行，请分成几个文件");
    }
    var lines = new ArrayList<Line>();
    for (var row : rows.subList(1, rows.size())) {
      var cells = cells(columns, row.cells());
      if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Line(file.sheet(), row.number(), cells));
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

  private static Content excel(byte[] content) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), FORMATS)) {
      var sheet = book.getFirstSheet();
      try (var rows = sheet.openStream()) {
        return new Content(
            sheet.getName(),
            rows.limit(MOST_ROWS + 1L).map(row -> new Raw(row.getRowNum(), row(row))).toList());
      }
    } catch (ZipException | ExcelReaderException e) {
      throw new Unreadable("这不是完好的 Excel 文件，请用 Excel 重新保存为 .xlsx");
    } catch (IOException e) {
      throw new Unreadable("Excel 文件读不出来，请重新保存后再试");
    }
  }

  private static List<String> row(Row row) {
    var cells = new ArrayList<String>();
    for (var cell : row) {
      cells.add(cell == null ? "" : text(cell).strip());
    }
    return cells;
  }

  /// Days as `2026-06-30`, numbers in full; the apostrophe that our own files put before what could
  /// be a formula goes.
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      var format = cell.getDataFormatString();
      return format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches(".*[yd].*")
          ? cell.asDate().toLocalDate().toString()
          : plain(cell.asNumber());
    }
    var text = cell.getText();
    return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
  }

  /// Without an exponent, unless that would be absurdly long.
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_NUMBER
        ? number.toString()
        : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// RFC 4180, with lines that end in either way.
  private static Content csv(String text) {
    var rows = new ArrayList<Raw>();
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
          rows.add(new Raw(rows.size() + 1, List.copyOf(row)));
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
      rows.add(new Raw(rows.size() + 1, List.copyOf(row)));
    }
    return new Content("", rows);
  }

  /// 是, 真, true, 1 or 否, 假, false, 0; empty for anything else.
  public static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "是", "真", "true", "1" -> Optional.of(true);
      case "否", "假", "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// `2026-06-30` or `2026/6/30`, of these centuries; empty for anything else.
  public static Optional<LocalDate> day(String text) {
    try {
      var parts = text.split("[-/]", -1);
      return parts.length != 3 || !YEARS.matcher(parts[0]).matches()
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
