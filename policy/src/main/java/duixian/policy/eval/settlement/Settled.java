package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Row;
import duixian.policy.trace.Outcome;
import java.util.List;

/// A judged row: its outcome, and what each rule did to a payable one.
public record Settled(Row row, Outcome outcome, List<Step> steps) {
  public Settled {
    steps = List.copyOf(steps);
  }
}
