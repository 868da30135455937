package duixian.policy.eval;

import duixian.policy.trace.Decision;
import java.util.List;

/// A decision with what a grant on it would take from; nothing unless it is payable.
public record Claimable(Decision decision, List<Allowance> takes) {
  public Claimable {
    takes = List.copyOf(takes);
  }
}
