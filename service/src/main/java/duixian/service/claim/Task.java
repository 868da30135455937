package duixian.service.claim;

import duixian.service.party.Person;
import duixian.service.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody's part of a step. `organisation` and `person` narrow who may do it; `due` is null
/// without a clock; while `stoppedOn` is set the clock stands with `leftDays` to go.
public record Task(
    long id,
    long claim,
    String step,
    String role,
    @Nullable String organisation,
    @Nullable String person,
    LocalDate openedOn,
    @Nullable LocalDate due,
    @Nullable LocalDate stoppedOn,
    @Nullable Integer leftDays,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String verdict,
    @Nullable String reason,
    @Nullable Integer score) {
  /// How the clock stands.
  public enum Clock {
    NONE,
    STOPPED,
    GREEN,
    YELLOW,
    RED
  }

  public boolean isOpen() {
    return closedAt == null;
  }

  boolean isFor(Person who) {
    return who.is(Role.valueOf(role))
        && (organisation == null || organisation.equals(who.organisation()))
        && (person == null || person.equals(who.id()));
  }

  public Clock clock(LocalDate today) {
    if (due == null || closedAt != null) {
      return Clock.NONE;
    }
    return stoppedOn == null ? clock(today, due) : Clock.STOPPED;
  }

  /// Of a clock that runs: red after the last day, yellow on it and on the day before.
  public static Clock clock(LocalDate today, @Nullable LocalDate due) {
    if (due == null) {
      return Clock.NONE;
    }
    if (today.isAfter(due)) {
      return Clock.RED;
    }
    return today.isBefore(due.minusDays(1)) ? Clock.GREEN : Clock.YELLOW;
  }
}
