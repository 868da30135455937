package duixian.cli.read;

import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A cell of a sheet as a fact. Numbers are what Excel shows of them: fifteen digits, a day where
/// the format is one, a percentage where it is one.
final class SheetCells {
  private static final MathContext SHOWN = new MathContext(15);
  private static final Pattern DAY_FORMAT = Pattern.compile("[yd年日]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;

  private final TableBuilder table;
  private final int[] slots;
  private final LocalDate dayZero;

  SheetCells(TableBuilder table, int[] slots, boolean from1904) {
    this.table = table;
    this.slots = slots;
    this.dayZero = from1904 ? DAY_0_OF_1904 : DAY_0;
  }

  static boolean isBlank(Row row) {
    for (var cell : row) {
      if (cell != null && !isBlank(cell)) {
        return false;
      }
    }
    return true;
  }

  static List<String> names(Row row) {
    var names = new ArrayList<String>();
    for (int i = 0; i < row.getCellCount(); i++) {
      names.add(row.getOptionalCell(i).map(cell -> text(cell).strip()).orElse(""));
    }
    return names;
  }

  void record(Row row) {
    table.begin(row.getRowNum());
    for (var cell : row) {
      if (cell != null) {
        put(cell);
      }
    }
    table.end();
  }

  private void put(Cell cell) {
    var column = cell.getColumnIndex();
    if (column < slots.length && slots[column] != Header.NAMELESS) {
      put(slots[column], cell);
    } else if (!isBlank(cell)) {
      table.stray(Header.letters(column) + " 列");
    }
  }

  private void put(int slot, Cell cell) {
    var text = text(cell);
    switch (cell.getType()) {
      case EMPTY -> table.text(slot, "");
      case STRING -> table.text(slot, text);
      case BOOLEAN -> table.flag(slot, Boolean.TRUE.equals(cell.getValue()));
      case ERROR -> table.refuse(slot, "错误值 " + text);
      case NUMBER -> number(slot, cell, text);
      case FORMULA -> {
        if (text.isEmpty()) {
          table.refuse(slot, "没有算出结果的公式（请在 Excel 里打开后保存）");
        } else if (NUMBER.matcher(text).matches()) {
          number(slot, cell, text);
        } else {
          table.text(slot, text);
        }
      }
    }
  }

  private void number(int slot, Cell cell, String text) {
    if (!NUMBER.matcher(text).matches()) {
      table.refuse(slot, "读不懂的数字");
      return;
    }
    var field = table.field(slot);
    var type = field == null ? null : field.type();
    var format = format(cell);
    var value = new BigDecimal(text).round(SHOWN).stripTrailingZeros();
    if (isDay(cell.getDataFormatId(), format) && value.abs().longValue() <= LAST_DAY) {
      day(slot, type, dayZero.plusDays(value.longValue()));
    } else if (type == null || type instanceof Type.Reference) {
      // People type numbers as 标识 and 年度; a whole one means itself.
      table.text(slot, value.toPlainString());
    } else if (format.contains("%")) {
      table.text(slot, value.movePointRight(2).toPlainString() + "%");
    } else {
      table.number(slot, value);
    }
  }

  private void day(int slot, @Nullable Type type, LocalDate day) {
    if (type instanceof Type.Day) {
      table.text(slot, day.toString());
    } else {
      table.refuse(slot, "日期 " + day);
    }
  }

  private static boolean isBlank(Cell cell) {
    return cell.getType() == CellType.EMPTY
        || (cell.getType() != CellType.FORMULA && text(cell).isBlank());
  }

  private static String text(Cell cell) {
    var value = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
    return value == null ? "" : value;
  }

  /// The format without quoted words, colours and conditions, which may hold any letter.
  private static String format(Cell cell) {
    var format = cell.getDataFormatString();
    return format == null ? "" : QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// 14 to 22 and the East Asian 27 to 36 and 50 to 58 are days without saying so (ECMA-376 part 1,
  /// 18.8.30).
  private static boolean isDay(@Nullable Integer id, String format) {
    var isBuiltIn =
        id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    return isBuiltIn || (!format.startsWith("general") && DAY_FORMAT.matcher(format).find());
  }
}
