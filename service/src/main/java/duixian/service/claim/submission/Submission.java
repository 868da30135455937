package duixian.service.claim.submission;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of what was submitted, as stored; `facts`, `readings` and `result` are canonical JSON,
/// `receipt` is the hash on the applicant's receipt.
public record Submission(
    long claim,
    int version,
    Instant submittedAt,
    String submittedBy,
    String policy,
    LocalDate day,
    String readings,
    String facts,
    String result,
    String receipt,
    @Nullable Long account) {}
