package duixian.policy.trace;

import duixian.policy.model.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One run of a policy: the day, the choices at every switch, and the decisions in order of award,
/// object, year.
public record Assessment(
    Policy policy, LocalDate day, Map<String, String> readings, List<Decision> decisions) {
  public Assessment {
    readings = Map.copyOf(readings);
    decisions = List.copyOf(decisions);
  }
}
