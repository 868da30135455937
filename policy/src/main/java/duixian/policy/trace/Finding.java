package duixian.policy.trace;

import duixian.policy.model.Property;
import java.util.List;

/// What became of a 核查 over all records: in how many cases it held and failed, how many could not
/// be told, and the first cases in which it fails.
public record Finding(
    Property property, int held, int failed, int open, List<Counterexample> against) {
  public Finding {
    against = List.copyOf(against);
  }

  /// A record and year in which the property fails, with the values that fail it.
  public record Counterexample(String object, int year, Explanation explanation) {}

  public boolean holds() {
    return failed == 0;
  }
}
