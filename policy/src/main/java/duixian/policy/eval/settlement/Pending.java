package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Row;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.util.ArrayList;
import java.util.List;

/// A payable row while its year is open: what is left of its figure, in fen.
final class Pending {
  private final Row row;
  private final boolean rival;
  private final long figure;
  private final List<Demand> demands;
  private final List<Step> steps = new ArrayList<>();
  private long amount;

  Pending(Row row, boolean rival, long figure, List<Demand> demands) {
    this.row = row;
    this.rival = rival;
    this.figure = figure;
    this.demands = demands;
    this.amount = figure;
  }

  Row row() {
    return row;
  }

  /// Whether it takes room from others.
  boolean isRival() {
    return rival;
  }

  List<Demand> demands() {
    return demands;
  }

  long amount() {
    return amount;
  }

  boolean isGranted() {
    return amount > 0;
  }

  void cut(Demand demand, long used, int takes, long left) {
    steps.add(new Step(demand, used, takes, amount, left));
    amount = left;
  }

  Settled settled() {
    var cuts =
        steps.stream()
            .filter(step -> step.cut() > 0)
            .map(step -> new Outcome.Cut(step.demand().rule().name(), new Money(step.cut())))
            .toList();
    var outcome = new Outcome.Payable(new Money(figure), new Money(amount), cuts);
    return new Settled(row, outcome, steps);
  }
}
