package duixian.service.claim.web.officer;

import duixian.service.database.Found;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Files of claims, those that officers added too, and which are handed in with another claim.
@Component
public class Documents {
  private final JdbcClient jdbc;

  Documents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file of a case; `elsewhere` lists the other cases that hold the same content, with their
  /// units.
  public record Document(
      String kind,
      String name,
      String evidence,
      long size,
      Instant addedAt,
      String addedBy,
      String elsewhere) {}

  List<Document> of(long claim) {
    return Found.all(
        jdbc.sql(
                """
                SELECT f.kind, f.name, f.evidence, e.size, f.added_at, f.added_by,
                  coalesce((SELECT string_agg(DISTINCT c.number || '（' || u.name || '）', '、')
                    FROM claim_file o JOIN claim c ON c.id = o.claim
                    JOIN organisation u ON u.id = c.unit
                    WHERE o.evidence = f.evidence AND o.claim <> f.claim
                      AND o.removed_at IS NULL), '') AS elsewhere
                FROM (
                  SELECT kind, name, evidence, added_at, added_by, claim, 0 AS later, id
                  FROM claim_file WHERE claim = :claim AND removed_at IS NULL
                  UNION ALL
                  SELECT step || '附卷', name, evidence, added_at, added_by, claim, 1, 0
                  FROM exhibit WHERE claim = :claim) f
                JOIN evidence e ON e.hash = f.evidence ORDER BY f.later, f.id, f.added_at, f.name
                """)
            .param("claim", claim)
            .query(Document.class));
  }

  /// Those of the cases that share a file with any other case.
  List<Long> shared(Collection<Long> claims) {
    return Found.all(
        jdbc.sql(
                """
                SELECT DISTINCT f.claim FROM claim_file f
                JOIN claim_file o ON o.evidence = f.evidence AND o.claim <> f.claim
                WHERE f.claim = ANY(:claims) AND f.removed_at IS NULL AND o.removed_at IS NULL
                """)
            .param("claims", claims.toArray(Long[]::new))
            .query(Long.class));
  }
}
