package duixian.service.party;

import duixian.service.database.Found;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The pool of experts and the conflicts that they or others declared.
public class Experts {
  private final JdbcClient jdbc;

  Experts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(String person, String field) {
    jdbc.sql("INSERT INTO expert (person, field) VALUES (:person, :field)")
        .param("person", person)
        .param("field", field)
        .update();
  }

  /// Whether there was none between the two yet.
  @Transactional
  public boolean conflict(String expert, String organisation, String reason) {
    return jdbc.sql(
                "INSERT INTO expert_conflict (expert, organisation, reason)"
                    + " VALUES (:expert, :organisation, :reason) ON CONFLICT DO NOTHING")
            .param("expert", expert)
            .param("organisation", organisation)
            .param("reason", reason)
            .update()
        > 0;
  }

  /// An expert; conflicts as `单位：理由`, separated by 、.
  public record Expert(
      String person, String name, String organisation, String field, String conflicts) {}

  public List<Expert> all() {
    return Found.all(
        jdbc.sql(
                """
                SELECT e.person, p.name, p.organisation, e.field,
                  coalesce((SELECT string_agg(c.organisation || '：' || c.reason, '、' ORDER BY c.organisation)
                    FROM expert_conflict c WHERE c.expert = e.person), '') AS conflicts
                FROM expert e JOIN person p ON p.id = e.person ORDER BY e.person
                """)
            .query(Expert.class));
  }

  /// An expert who may not judge a unit, and why.
  public record Barred(String person, String name, String reason) {}

  /// Those whom [#free] leaves out, in the same order.
  public List<Barred> barred(String organisation) {
    return Found.all(
        jdbc.sql(
                """
                SELECT e.person, p.name, coalesce(c.reason, '在该单位任职') AS reason
                FROM expert e JOIN person p ON p.id = e.person
                LEFT JOIN expert_conflict c ON c.expert = e.person AND c.organisation = :organisation
                WHERE p.organisation = :organisation OR c.expert IS NOT NULL
                ORDER BY e.person COLLATE "C"
                """)
            .param("organisation", organisation)
            .query(Barred.class));
  }

  /// Who may judge that unit, in a fixed order: those in its employ or with a conflict are out.
  public List<String> free(String organisation) {
    return Found.all(
        jdbc.sql(
                """
                SELECT e.person FROM expert e JOIN person p ON p.id = e.person
                WHERE p.organisation <> :organisation
                  AND NOT EXISTS (
                    SELECT FROM expert_conflict c
                    WHERE c.expert = e.person AND c.organisation = :organisation)
                ORDER BY e.person COLLATE "C"
                """)
            .param("organisation", organisation)
            .query(String.class));
  }
}
