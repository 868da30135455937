package duixian.service.claim.web.oversight;

import java.time.Instant;
import java.util.List;

/// Submissions run again from their snapshots; `seed` is empty unless they were drawn.
public record ReplayPage(String title, String seed, int pool, List<Row> rows) {
  public ReplayPage {
    rows = List.copyOf(rows);
  }

  /// `receipt` is what was given out, `again` what comes out today.
  public record Row(
      String number,
      String award,
      int version,
      Instant submittedAt,
      String policy,
      String receipt,
      String again,
      boolean same) {}

  public long differing() {
    return rows.stream().filter(row -> !row.same()).count();
  }
}
