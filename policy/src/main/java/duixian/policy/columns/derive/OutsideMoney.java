package duixian.policy.columns.derive;

import duixian.policy.columns.exact.ExactRows;
import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.KeySpace;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Use;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import java.util.Arrays;
import java.util.stream.IntStream;

/// 计入 over yearly records: what the records of a key up to the row's year received elsewhere is
/// taken off the row's limit.
public final class OutsideMoney {
  private static final int NO_KEY = -1;

  private final Frame frame;
  private final Calendar calendar;
  private final Use use;
  private final Table table;
  private final int[] keys;
  private final long[] sums;
  private final long scale;
  private final long bit;
  private final ExactRows exact;

  /// `values` is each record's outside money, `scale` its scale; `bit` marks what lacks it.
  public OutsideMoney(
      Frame frame, Use use, Entity object, long[] values, long scale, long bit, ExactRows exact) {
    this.frame = frame;
    this.calendar = frame.calendar();
    this.use = use;
    this.table = frame.facts().table(object);
    this.keys = keys();
    this.sums = sums(values);
    this.scale = scale;
    this.bit = bit;
    this.exact = exact;
  }

  /// Takes it off the limits of rows `from` until `to`.
  public void takeOff(Sheet sheet, int from, int to) {
    var limits = sheet.limits(use.slot());
    var numbers = sheet.keys(use.slot());
    if (limits == null) {
      throw new IllegalStateException("no limits beside outside money: " + use.name());
    }
    for (int i = from; i < to; i++) {
      var record = sheet.row(i);
      var concerned = numbers == null ? limits[i] != Long.MAX_VALUE : numbers[i] >= 0;
      if (concerned && keys[record] != NO_KEY && sheet.states()[i] != Sheet.INELIGIBLE) {
        limits[i] = left(sheet, i, limits[i], keys[record], table.year(record));
      }
    }
  }

  private long left(Sheet sheet, int i, long limit, int key, int year) {
    var sum = sums[key * calendar.slots() + calendar.rank(year)];
    if (sum == Cell.EXACT || (!Cell.isState(sum) && !fits(limit, sum))) {
      var room = exact.room(use, sheet.row(i), records(key, year));
      hold(sheet, i, room.lack() == 0 ? 0 : Cell.lack(room.state(), bit));
      return room.fen();
    }
    if (Cell.isState(sum)) {
      hold(sheet, i, Cell.lack(sum, bit));
      return 0;
    }
    return Math.max(0, limit - sum * (100 / scale));
  }

  /// Whether whole fen can be taken off in a long.
  private boolean fits(long limit, long sum) {
    if (100 % scale != 0 || Math.multiplyHigh(sum, 100 / scale) != (sum * (100 / scale)) >> 63) {
      return false;
    }
    var fen = sum * (100 / scale);
    return ((limit ^ fen) & (limit ^ (limit - fen))) >= 0;
  }

  private static void hold(Sheet sheet, int i, long lack) {
    if (lack == 0) {
      return;
    }
    var undecided = (lack & Cell.UNDECIDED_BIT) != 0;
    if (sheet.states()[i] == Sheet.PAYABLE) {
      sheet.states()[i] = undecided ? Sheet.HELD_UNDETERMINED : Sheet.HELD_LACKING;
    } else if (sheet.states()[i] == Sheet.HELD_LACKING && undecided) {
      sheet.states()[i] = Sheet.HELD_UNDETERMINED;
    }
    var lacks = sheet.lacks();
    if (lacks != null) {
      lacks[i] |= lack;
    }
  }

  /// The number of each record's key; the year is none of it unless the key names it.
  private int[] keys() {
    var object = table.entity();
    var numbers = new int[table.size()];
    var space = frame.space(use.space());
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = key(space, object, row);
    }
    return numbers;
  }

  private int key(KeySpace space, Entity object, int row) {
    var number = 0L;
    for (int step = 0; step < use.keys().size(); step++) {
      var part =
          switch (use.keys().get(step)) {
            case Key.Owner(var up, _) -> frame.ancestor(object.index(), row, up);
            case Key.Value(var up, var field) ->
                frame
                    .facts()
                    .table(object.ancestor(up))
                    .value(field, frame.ancestor(object.index(), row, up));
            case Key.Year() -> calendar.rank(table.year(row));
          };
      if (part == Table.MISSING) {
        return NO_KEY;
      }
      number = space.join(step, number, part);
    }
    return (int) number;
  }

  /// By key and year, what the key's records have up to the year.
  private long[] sums(long[] values) {
    var slots = calendar.slots();
    var sums = new long[Math.multiplyExact(1 + Arrays.stream(keys).max().orElse(0), slots)];
    for (int row = 0; row < values.length; row++) {
      if (keys[row] != NO_KEY) {
        var cell = keys[row] * slots + calendar.rank(table.year(row));
        sums[cell] = Cell.plus(sums[cell], values[row]);
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      if (cell % slots != 0) {
        sums[cell] = Cell.plus(sums[cell], sums[cell - 1]);
      }
    }
    return sums;
  }

  private int[] records(int key, int year) {
    return IntStream.range(0, keys.length)
        .filter(row -> keys[row] == key && table.year(row) <= year)
        .toArray();
  }
}
