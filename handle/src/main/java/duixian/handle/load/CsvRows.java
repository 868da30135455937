package duixian.handle.load;

import duixian.handle.value.HandleValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// CSV (RFC 4180), UTF-8 with or without BOM. The column `标识` (or `handle`) names the identifier;
/// every other column is a value of the type in its heading, under an index of its own as in
/// `2000:产品名称` or else under its number among the others. An empty cell is no value.
final class CsvRows implements Rows {
  private final int start;
  private final int idColumn;
  private final List<Column> columns;

  private record Column(int index, String type) {}

  private CsvRows(int start, int idColumn, List<Column> columns) {
    this.start = start;
    this.idColumn = idColumn;
    this.columns = List.copyOf(columns);
  }

  /// Reads the heading, which stands in the first bytes of the file.
  static CsvRows of(byte[] head) {
    var bom = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB;
    var cursor = new Cursor(head, head.length, bom ? 3 : 0);
    var names = cursor.record();
    int id = -1;
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.size(); i++) {
      var name = text(names.get(i)).strip();
      if (name.equals("标识") || name.equals("handle")) {
        id = i;
        columns.add(new Column(0, ""));
      } else {
        columns.add(column(name, columns.size() + (id < 0 ? 1 : 0)));
      }
    }
    if (id < 0) {
      throw new ImportFailed("CSV 的首行须有“标识”一列，这里是：" + String.join("，", texts(names)));
    }
    return new CsvRows(cursor.at, id, columns);
  }

  private static Column column(String name, int number) {
    var colon = name.indexOf(':');
    if (colon > 0 && name.substring(0, colon).chars().allMatch(Character::isDigit)) {
      return new Column(Integer.parseInt(name.substring(0, colon)), name.substring(colon + 1));
    }
    if (name.isEmpty()) {
      throw new ImportFailed("CSV 首行第 " + number + " 个值列没有名称；列名即值的类型，如 URL 或 2000:产品名称");
    }
    return new Column(number, name);
  }

  @Override
  public boolean quotes() {
    return true;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public void each(Stretch stretch, Consumer<Row> visitor) {
    var cursor = new Cursor(stretch.bytes(), stretch.length(), 0);
    while (cursor.at < cursor.end) {
      var line = stretch.line() + cursor.lines;
      var cells = cursor.record();
      if (cells.size() > 1 || cells.getFirst().length > 0) {
        visitor.accept(row(line, cells));
      }
    }
  }

  private Row row(long line, List<byte[]> cells) {
    if (cells.size() != columns.size()) {
      return new Row.Unreadable(line, "应有 %d 列，这里有 %d 列".formatted(columns.size(), cells.size()));
    }
    var values = new ArrayList<HandleValue>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      if (i != idColumn && cells.get(i).length > 0) {
        var column = columns.get(i);
        values.add(HandleValue.of(column.index, column.type, cells.get(i)));
      }
    }
    return new Row.Read(line, text(cells.get(idColumn)), values);
  }

  private static List<String> texts(List<byte[]> cells) {
    return cells.stream().map(CsvRows::text).toList();
  }

  private static String text(byte[] cell) {
    return new String(cell, StandardCharsets.UTF_8);
  }

  /// Walks over records byte by byte: UTF-8 has no comma, quote or line end within a character.
  private static final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int lines;

    Cursor(byte[] bytes, int end, int at) {
      this.bytes = bytes;
      this.end = end;
      this.at = at;
    }

    List<byte[]> record() {
      var cells = new ArrayList<byte[]>();
      while (true) {
        cells.add(at < end && bytes[at] == '"' ? quoted() : plain());
        if (at >= end || bytes[at] == '\n') {
          at++;
          lines++;
          return cells;
        }
        at++;
      }
    }

    private byte[] plain() {
      var from = at;
      while (at < end && bytes[at] != ',' && bytes[at] != '\n') {
        at++;
      }
      var to = at > from && bytes[at - 1] == '\r' && (at == end || bytes[at] == '\n') ? at - 1 : at;
      return Arrays.copyOfRange(bytes, from, to);
    }

    private byte[] quoted() {
      var cell = new ByteArrayOutputStream();
      for (at++; at < end; at++) {
        if (bytes[at] == '"') {
          if (at + 1 < end && bytes[at + 1] == '"') {
            at++;
          } else {
            at++;
            break;
          }
        } else if (bytes[at] == '\n') {
          lines++;
        }
        cell.write(bytes[at]);
      }
      while (at < end && bytes[at] != ',' && bytes[at] != '\n') {
        at++;
      }
      return cell.toByteArray();
    }
  }
}
