package duixian.service.claim;

import java.time.Instant;

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
    long audit) {}
