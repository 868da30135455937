package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Derived;
import java.util.Arrays;

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
    var cells = owners();
    if (derived.byYear()) {
      var years = frame.years(site());
      var first = calendar.first();
      var ranks = calendar.ranks();
      var slots = calendar.slots();
      for (int row = 0; row < cells.length; row++) {
        cells[row] = cells[row] * slots + (years.length == 0 ? rank : ranks[years[row] - first]);
      }
    }
    if (derived.byEpoch()) {
      for (int row = 0; row < cells.length; row++) {
        cells[row] = cells[row] * epochs() + epoch;
      }
    }
    return cells;
  }

  /// The owner of each visited record.
  private int[] owners() {
    var owners = new int[frame.size(site())];
    if (steps < 0) {
      return owners;
    }
    Arrays.setAll(owners, row -> row);
    var at = derived.site();
    for (int step = 0; step < steps; step++) {
      var parents = frame.parents(at.index());
      for (int row = 0; row < owners.length; row++) {
        owners[row] = parents[owners[row]];
      }
      at = at.ancestor(1);
    }
    return owners;
  }
}
