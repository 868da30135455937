package duixian.policy.eval;

import duixian.policy.trace.Decision;
import java.util.List;

/// A decision with the 标识 of who is paid (empty while that fact is missing) and what a grant on it
/// would take from; nothing unless it is payable.
public record Claimable(Decision decision, String payee, List<Allowance> takes) {
  public Claimable {
    takes = List.copyOf(takes);
  }
}
