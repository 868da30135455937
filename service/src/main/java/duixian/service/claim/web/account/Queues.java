package duixian.service.claim.web.account;

import duixian.service.claim.Claim;
import duixian.service.database.Found;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Claims that want something of an account and are not decided.
@Component
class Queues {
  private final JdbcClient jdbc;

  Queues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// In the order in which they compete.
  List<Claim> of(String name, String key) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.* FROM submission_allowance a
                JOIN claim c ON c.id = a.claim AND c.version = a.version
                JOIN procedure_step s ON s.procedure = c.procedure AND s.step = c.step
                WHERE a.name = :name AND a.key = :key
                  AND s.kind IN ('single', 'parallel', 'experts', 'site', 'decision', 'correction')
                ORDER BY c.accepted_at NULLS LAST, c.number
                """)
            .param("name", name)
            .param("key", key)
            .query(Claim.class));
  }
}
