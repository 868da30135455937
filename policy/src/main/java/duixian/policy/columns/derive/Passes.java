package duixian.policy.columns.derive;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Derived;
import duixian.policy.columns.plan.Parts;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Expr;

/// Fills the derived values of a frame, in the order of the plan.
public final class Passes {
  private final Kernels kernels;
  private final Frame frame;

  public Passes(Kernels kernels, Frame frame) {
    this.kernels = kernels;
    this.frame = frame;
  }

  public void run(Plan plan) {
    for (var derived : plan.derived()) {
      var cells = new Cells(derived, frame);
      frame.derived(derived.index(), cells.values());
      for (int epoch = 0; epoch < cells.epochs(); epoch++) {
        for (int rank = 0; rank < cells.slices(); rank++) {
          pass(derived, cells, rank, epoch);
        }
      }
    }
  }

  private void pass(Derived derived, Cells cells, int rank, int epoch) {
    var parts = new long[Parts.of(derived).size()][];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = fill(kernels.fill(derived.index(), part), derived.site().index(), rank, epoch);
    }
    switch (derived.expr()) {
      case Expr.Aggregate e when e.keys().isEmpty() -> Totals.sum(cells, parts[0], rank, epoch);
      case Expr.Aggregate _ -> Totals.countDistinct(cells, parts, rank, epoch);
      case Expr.First _ -> FirstYears.mark(cells, parts[0]);
      case Expr.Earliest e -> new EarliestRecords(e, frame).find(cells, parts, rank, epoch);
      default -> throw new IllegalArgumentException("not derived: " + derived.expr());
    }
  }

  /// An expression's value for every record of an entity.
  public long[] fill(int fill, int entity, int rank, int epoch) {
    var values = new long[frame.size(entity)];
    kernels.kernel().fill(fill, frame, values, 0, values.length, rank, epoch);
    return values;
  }
}
