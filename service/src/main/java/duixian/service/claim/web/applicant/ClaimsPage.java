package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import java.util.List;

/// The unit's cases, newest first.
public record ClaimsPage(List<Row> claims) {
  public ClaimsPage {
    claims = List.copyOf(claims);
  }

  /// A case with the last day of its step (`—` without a clock) and the clock's colour.
  public record Row(Claim claim, String due, String clock) {}
}
