package duixian.service.fact.contest;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Contested facts: filed by the unit, settled by an officer. The fact itself changes only when the
/// officer accepts.
public class Contests {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final FactStore facts;
  private final AuditLog audit;

  Contests(JdbcClient jdbc, Clock clock, FactStore facts, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.facts = facts;
    this.audit = audit;
  }

  /// A contest: `value` is what is known, `claimed` what the unit says it should be.
  public record Contest(
      long id,
      String organisation,
      String entity,
      String code,
      String field,
      String value,
      String claimed,
      String reason,
      @Nullable String evidence,
      Instant filedAt,
      @Nullable Instant settledAt,
      @Nullable Boolean accepted,
      @Nullable String answer) {
    /// The same with its values as these texts.
    public Contest saying(String value, String claimed) {
      return new Contest(
          id,
          organisation,
          entity,
          code,
          field,
          value,
          claimed,
          reason,
          evidence,
          filedAt,
          settledAt,
          accepted,
          answer);
    }
  }

  /// What a contest is about.
  public record About(
      String organisation, String entity, String code, String field, String value) {}

  @Transactional
  public void file(
      About about, String claimed, String reason, @Nullable String evidence, String by) {
    var id =
        jdbc.sql(
                """
                INSERT INTO fact_contest (organisation, entity, code, field, value, claimed, reason,
                  evidence, filed_at, filed_by)
                VALUES (:organisation, :entity, :code, :field, :value, :claimed, :reason, :evidence,
                  :at, :by) RETURNING id
                """)
            .param("organisation", about.organisation())
            .param("entity", about.entity())
            .param("code", about.code())
            .param("field", about.field())
            .param("value", about.value())
            .param("claimed", claimed)
            .param("reason", reason)
            .param("evidence", evidence)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .query(Long.class)
            .single();
    audit.record(
        new Act(
            by,
            "对数据提出异议",
            "数据异议 " + id,
            Map.of("record", about.entity() + " " + about.code(), "field", about.field())));
  }

  public List<Contest> of(String organisation) {
    return Found.all(
        jdbc.sql("SELECT * FROM fact_contest WHERE organisation = :organisation ORDER BY id DESC")
            .param("organisation", organisation)
            .query(Contest.class));
  }

  public List<Contest> open() {
    return Found.all(
        jdbc.sql("SELECT * FROM fact_contest WHERE settled_at IS NULL ORDER BY id")
            .query(Contest.class));
  }

  /// Settles an open one; when accepted, the claimed value is stated as recognised. False when it
  /// was settled before.
  @Transactional
  public boolean settle(long id, boolean accepted, String answer, String by) {
    var contest = settled(id, accepted, answer, by);
    if (contest.isEmpty()) {
      return false;
    }
    if (accepted) {
      facts.state(List.of(statement(contest.get())), by);
    }
    audit.record(
        new Act(by, "办结数据异议", "数据异议 " + id, Map.of("accepted", accepted, "answer", answer)));
    return true;
  }

  private Optional<Contest> settled(long id, boolean accepted, String answer, String by) {
    return jdbc.sql(
            """
            UPDATE fact_contest SET settled_at = :at, settled_by = :by, accepted = :accepted,
              answer = :answer
            WHERE id = :id AND settled_at IS NULL RETURNING *
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .param("accepted", accepted)
        .param("answer", answer)
        .param("id", id)
        .query(Contest.class)
        .optional();
  }

  private static Statement statement(Contest contest) {
    return new Statement(
        contest.entity(),
        contest.code(),
        null,
        null,
        null,
        contest.field(),
        contest.claimed(),
        null,
        null,
        Source.RECOGNISED,
        contest.evidence(),
        "数据异议 " + contest.id());
  }
}
