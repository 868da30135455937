package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.facts.Ranking;
import duixian.policy.facts.Table;
import java.util.Arrays;
import java.util.List;

/// Who comes first: year, day, 标识, then the award's place in the text.
final class Order {
  private final List<Lane> lanes;
  private final List<Table> tables;
  private final int[][] ranks;
  private final Calendar calendar;

  /// `tables`: the object's table of each lane.
  Order(List<Lane> lanes, List<Table> tables, Calendar calendar) {
    this.lanes = lanes;
    this.tables = tables;
    this.calendar = calendar;
    this.ranks = new MergedRanks(tables).ranks();
  }

  /// Rows to settle in turn: lane and row of each.
  static final class Turns {
    private final byte[] lanes;
    private final int[] rows;
    private final int[] order;

    private Turns(byte[] lanes, int[] rows, int[] order) {
      this.lanes = lanes;
      this.rows = rows;
      this.order = order;
    }

    int size() {
      return order.length;
    }

    int lane(int turn) {
      return lanes[order[turn]];
    }

    int row(int turn) {
      return rows[order[turn]];
    }
  }

  /// Whether a lane alone has its candidates in order as they stand.
  static boolean isNatural(Lane lane, Table table) {
    if (table.ranks().length != 0) {
      return false;
    }
    var orders = lane.sheet().orders();
    var year = Integer.MIN_VALUE;
    var day = Long.MIN_VALUE;
    for (int row = 0; row < lane.sheet().size(); row++) {
      if (lane.isCandidate(row)) {
        var thisYear = lane.year(row);
        var thisDay = orders == null ? 0 : orders[row];
        if (thisYear < year || (thisYear == year && thisDay < day)) {
          return false;
        }
        year = thisYear;
        day = thisDay;
      }
    }
    return true;
  }

  /// The candidates of all lanes; only those of `year` unless it is 0.
  Turns turns(int year) {
    var laneOf = new byte[16];
    var rowOf = new int[16];
    var count = 0;
    for (int lane = 0; lane < lanes.size(); lane++) {
      var size = lanes.get(lane).sheet().size();
      for (int row = 0; row < size; row++) {
        if (isIn(lanes.get(lane), row, year)) {
          if (count == rowOf.length) {
            laneOf = Arrays.copyOf(laneOf, 2 * count);
            rowOf = Arrays.copyOf(rowOf, 2 * count);
          }
          laneOf[count] = (byte) lane;
          rowOf[count++] = row;
        }
      }
    }
    return new Turns(laneOf, rowOf, Ranking.ascending(keys(laneOf, rowOf, count)));
  }

  private static boolean isIn(Lane lane, int row, int year) {
    return lane.isCandidate(row) && (year == 0 || lane.year(row) == year);
  }

  /// Year, day and rank packed into one number.
  private long[] keys(byte[] laneOf, int[] rowOf, int count) {
    var keys = new long[count];
    var first = Long.MAX_VALUE;
    var last = Long.MIN_VALUE;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = day(laneOf[i], rowOf[i]);
      if (keys[i] != Long.MAX_VALUE) {
        first = Math.min(first, keys[i]);
        last = Math.max(last, keys[i]);
      }
    }
    var days = first > last ? 2 : Math.addExact(last - first, 2);
    var span = MergedRanks.count(tables);
    for (int i = 0; i < keys.length; i++) {
      var lane = lanes.get(laneOf[i]);
      var record = lane.sheet().row(rowOf[i]);
      var day = keys[i] == Long.MAX_VALUE ? days - 1 : keys[i] - first;
      var rank = ranks[laneOf[i]].length == 0 ? record : ranks[laneOf[i]][record];
      var year = calendar.rank(lane.year(rowOf[i]));
      keys[i] = Math.addExact(Math.multiplyExact(year * days + day, span), rank);
    }
    return keys;
  }

  /// Yearly rows without a place of their own stand at the end of the year.
  private long day(int lane, int row) {
    var orders = lanes.get(lane).sheet().orders();
    if (orders != null) {
      return orders[row];
    }
    var byYear = lanes.get(lane).isByYear();
    return byYear ? calendar.endOfYear(lanes.get(lane).year(row)) : calendar.lastDay();
  }
}
