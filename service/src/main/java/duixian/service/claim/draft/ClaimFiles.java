package duixian.service.claim.draft;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The files of a case. The same file in another case is not refused but shown: one invoice pays
/// once.
public class ClaimFiles {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;

  ClaimFiles(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /// A file of a case; `evidence` is its SHA-256, `elsewhere` the numbers of the unit's other cases
  /// with the same content and `another` whether a case of another unit holds it too.
  public record ClaimFile(
      long id,
      long claim,
      String kind,
      String name,
      String evidence,
      long size,
      Instant addedAt,
      String elsewhere,
      boolean another) {}

  /// A file that came into a case or went out of it; `removedAt` is null while it is there.
  public record Passage(
      String kind, String name, String evidence, Instant addedAt, @Nullable Instant removedAt) {}

  public List<ClaimFile> of(long claim) {
    return Found.all(
        jdbc.sql(
                """
                SELECT f.id, f.claim, f.kind, f.name, f.evidence, e.size, f.added_at,
                  coalesce(string_agg(DISTINCT c.number, '、' ORDER BY c.number)
                    FILTER (WHERE c.unit = own.unit), '') AS elsewhere,
                  coalesce(bool_or(c.unit <> own.unit), false) AS another
                FROM claim_file f JOIN evidence e ON e.hash = f.evidence
                JOIN claim own ON own.id = f.claim
                LEFT JOIN claim_file o ON o.evidence = f.evidence AND o.claim <> f.claim
                  AND o.removed_at IS NULL
                LEFT JOIN claim c ON c.id = o.claim
                WHERE f.claim = :claim AND f.removed_at IS NULL
                GROUP BY f.id, e.size ORDER BY f.kind, f.id
                """)
            .param("claim", claim)
            .query(ClaimFile.class));
  }

  /// Every file that ever was in the case, oldest first.
  public List<Passage> passages(long claim) {
    return Found.all(
        jdbc.sql(
                "SELECT kind, name, evidence, added_at, removed_at FROM claim_file"
                    + " WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(Passage.class));
  }

  @Transactional
  public void add(Claim claim, String kind, String name, String evidence, String by) {
    jdbc.sql(
            "INSERT INTO claim_file (claim, kind, name, evidence, added_at, added_by)"
                + " VALUES (:claim, :kind, :name, :evidence, :at, :by)")
        .param("claim", claim.id())
        .param("kind", kind)
        .param("name", name)
        .param("evidence", evidence)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    audit.record(new Act(by, "添加材料", claim.subject(), Map.of("kind", kind, "evidence", evidence)));
  }

  @Transactional
  public void remove(Claim claim, long file, String by) {
    var removed =
        jdbc.sql(
                "UPDATE claim_file SET removed_at = :at, removed_by = :by"
                    + " WHERE id = :id AND claim = :claim AND removed_at IS NULL")
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .param("id", file)
            .param("claim", claim.id())
            .update();
    if (removed > 0) {
      audit.record(new Act(by, "移除材料", claim.subject(), Map.of("file", file)));
    }
  }
}
