package duixian.service.claim;

import duixian.service.claim.procedure.Diagram;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Something that happened to a case; `audit` is its position in the audit log.
public record Event(
    long id,
    long claim,
    Instant at,
    String actor,
    String act,
    String step,
    String target,
    String reason,
    long audit) {
  /// The transitions of a history, to be drawn.
  public static Set<Diagram.Way> ways(List<Event> history) {
    return history.stream()
        .map(event -> new Diagram.Way(event.step(), event.target()))
        .collect(Collectors.toSet());
  }
}
