package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Cell;

/// 合计 and 计数: what records contribute, added up by cell.
final class Totals {
  private Totals() {}

  static void sum(Cells cells, long[] contributions, int rank, int epoch) {
    var sums = cells.values();
    var cellOf = cells.cells(rank, epoch);
    for (int row = 0; row < contributions.length; row++) {
      sums[cellOf[row]] = Cell.plus(sums[cellOf[row]], contributions[row]);
    }
  }

  /// `parts`: whether the record counts, then its keys. A combination counts once per cell.
  static void countDistinct(Cells cells, long[][] parts, int rank, int epoch) {
    var sums = cells.values();
    var cellOf = cells.cells(rank, epoch);
    var keys = new Keys(parts);
    var seen = new Seen(sums.length, keys);
    for (int row = 0; row < cellOf.length; row++) {
      var counts = parts[0][row];
      if (counts != 0) {
        var state = keys.state(row);
        if (state != 0 || counts != 1) {
          sums[cellOf[row]] = Cell.plus(sums[cellOf[row]], worse(counts, state));
        } else if (seen.add(cellOf[row], keys.number(row))) {
          sums[cellOf[row]] = Cell.plus(sums[cellOf[row]], 1);
        }
      }
    }
  }

  private static long worse(long counts, long state) {
    if (counts == 1) {
      return state;
    }
    return state == 0 ? counts : Math.max(counts, state);
  }
}
