package duixian.service.claim.procedure;

import duixian.service.party.Role;
import org.jspecify.annotations.Nullable;

/// A step of a procedure: who holds it and how many days it may take (null: no clock).
public record Step(
    String step,
    int position,
    Kind kind,
    Role role,
    @Nullable Integer limitDays,
    boolean naturalDays) {
  /// How a step is worked on.
  public enum Kind {
    DRAFT,
    CORRECTION,
    SINGLE,
    PARALLEL,
    EXPERTS,
    SITE,
    DECISION,
    NOTICE,
    POOL,
    ISSUE,
    PAYMENT,
    END
  }
}
