package duixian.service.claim.submission;

/// What a claim asks for: an award for one object in one year. `version` is of its newest
/// submission, 0 before the first; `root` is the record that the object belongs to.
public record Matter(
    long claim,
    String number,
    int version,
    String award,
    String entity,
    String object,
    int year,
    String root) {}
