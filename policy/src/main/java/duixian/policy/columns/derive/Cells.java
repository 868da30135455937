package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Derived;

/// The cells of a derived value, and which cell a visited record belongs to: by owner, then year,
/// then epoch.
final class Cells {
  private final Derived derived;
  private final Frame frame;
  private final Calendar calendar;
  private final int steps;
  private final long[] values;

  Cells(Derived derived, Frame frame) {
    this.derived = derived;
    this.frame = frame;
    this.calendar = frame.calendar();
    var owner = derived.owner();
    this.steps = owner == null ? -1 : derived.site().stepsTo(owner);
    var owners = owner == null ? 1 : frame.size(owner.index());
    var years = derived.byYear() ? calendar.slots() : 1;
    this.values = new long[Math.multiplyExact(Math.multiplyExact(owners, years), epochs())];
  }

  long[] values() {
    return values;
  }

  Frame frame() {
    return frame;
  }

  int site() {
    return derived.site().index();
  }

  int epochs() {
    return derived.byEpoch() ? calendar.epochs() : 1;
  }

  /// How often the pass runs per epoch: once, or for each year when the records have none.
  int slices() {
    return derived.byYear() && !derived.site().yearly() ? calendar.slots() : 1;
  }

  /// The cell of each visited record in the slice of a year and an epoch.
  int[] cells(int rank, int epoch) {
    var table = frame.table(site());
    var cells = new int[table.size()];
    for (int row = 0; row < cells.length; row++) {
      var cell =
          steps < 0 ? 0 : steps == 1 ? table.parent(row) : frame.ancestor(site(), row, steps);
      if (derived.byYear()) {
        var own = derived.site().yearly() ? calendar.rank(table.year(row)) : rank;
        cell = cell * calendar.slots() + own;
      }
      cells[row] = cell * epochs() + epoch;
    }
    return cells;
  }
}
