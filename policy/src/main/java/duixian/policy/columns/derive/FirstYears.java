package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Cell;
import duixian.policy.facts.Table;
import java.util.Arrays;
import java.util.HashMap;

/// 首次: the condition holds on the record and on none of earlier years of the same parent (without a
/// parent, of the same 标识). An earlier year that may have fulfilled it leaves the answer open.
final class FirstYears {
  private static final int STATES = (int) (Cell.EXACT - Cell.MISSING) + 1;

  private final Table table;
  private final long[] holds;
  private final int[] groups;
  private final int[] held;
  private final int[][] open = new int[STATES][];

  private FirstYears(Table table, long[] holds) {
    this.table = table;
    this.holds = holds;
    this.groups = table.parents().length > 0 ? table.parents() : byId(table);
    var count = Arrays.stream(groups).max().orElse(0) + 1;
    this.held = never(count);
    Arrays.setAll(open, _ -> never(count));
  }

  static void mark(Cells cells, long[] holds) {
    var first = new FirstYears(cells.frame().table(cells.site()), holds);
    for (int row = 0; row < holds.length; row++) {
      first.note(row);
    }
    for (int row = 0; row < holds.length; row++) {
      cells.values()[row] = first.value(row);
    }
  }

  private void note(int row) {
    if (holds[row] != 0) {
      var years = holds[row] == 1 ? held : open[(int) (holds[row] - Cell.MISSING)];
      years[groups[row]] = Math.min(years[groups[row]], table.year(row));
    }
  }

  private long value(int row) {
    if (holds[row] == 0 || isBefore(held, row)) {
      return 0;
    }
    for (int state = STATES - 1; state >= 0; state--) {
      if (holds[row] == Cell.MISSING + state || isBefore(open[state], row)) {
        return Cell.MISSING + state;
      }
    }
    return 1;
  }

  private boolean isBefore(int[] years, int row) {
    return years[groups[row]] < table.year(row);
  }

  private static int[] never(int count) {
    var years = new int[count];
    Arrays.fill(years, Integer.MAX_VALUE);
    return years;
  }

  private static int[] byId(Table table) {
    var numbers = new HashMap<String, Integer>();
    var groups = new int[table.size()];
    for (int row = 0; row < groups.length; row++) {
      groups[row] = numbers.computeIfAbsent(table.id(row), _ -> numbers.size());
    }
    return groups;
  }
}
