package duixian.service.notice;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.database.Found;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.party.Seal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Real-name objections to a line of a notice. The line does not go on before the objection is
/// settled; who objects is sealed, and opening it is logged.
public class Objections {
  private static final int LONGEST = 4000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seal seal;
  private final Proceedings proceedings;
  private final AuditLog audit;

  Objections(JdbcClient jdbc, Clock clock, Seal seal, Proceedings proceedings, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seal = seal;
    this.proceedings = proceedings;
    this.audit = audit;
  }

  /// An objection without who made it.
  public record Objection(
      long id,
      long notice,
      long claim,
      String content,
      Instant filedAt,
      @Nullable Instant settledAt,
      @Nullable String settledBy,
      @Nullable Boolean upheld,
      @Nullable String answer) {}

  /// Who made it, for those who handle it.
  public record Objector(String name, String contact) {}

  /// A file handed in with an objection; `evidence` is its hash.
  public record Attached(String name, String evidence) {}

  /// The same with a file that [duixian.service.fact.EvidenceFiles] keeps.
  @Transactional
  public long file(long notice, long claim, Objector who, String content, Attached attached) {
    var id = file(notice, claim, who, content);
    jdbc.sql(
            "INSERT INTO objection_file (objection, name, evidence)"
                + " VALUES (:objection, :name, :evidence)")
        .param("objection", id)
        .param("name", attached.name())
        .param("evidence", attached.evidence())
        .update();
    return id;
  }

  public List<Attached> attached(long objection) {
    return Found.all(
        jdbc.sql(
                "SELECT name, evidence FROM objection_file WHERE objection = :objection"
                    + " ORDER BY name")
            .param("objection", objection)
            .query(Attached.class));
  }

  /// Files one while the notice is open; the answer is its number.
  @Transactional
  public long file(long notice, long claim, Objector who, String content) {
    if (who.name().isBlank() || who.contact().isBlank() || content.isBlank()) {
      throw new Refusal("异议要写真实姓名、联系方式和内容");
    }
    if (content.length() > LONGEST) {
      throw new Refusal("异议内容不超过 " + LONGEST + " 字");
    }
    var open =
        jdbc.sql(
                """
                SELECT count(*) FROM notice_line l JOIN notice n ON n.id = l.notice
                WHERE l.notice = :notice AND l.claim = :claim AND l.released_at IS NULL
                  AND :today BETWEEN n.opens AND n.closes
                """)
            .param("notice", notice)
            .param("claim", claim)
            .param("today", LocalDate.now(clock))
            .query(Long.class)
            .single();
    if (open == 0) {
      throw new Refusal("这一项的公示期已过，或不在这份公示里");
    }
    var id =
        jdbc.sql(
                "INSERT INTO objection (notice, claim, name, contact, content, filed_at)"
                    + " VALUES (:notice, :claim, :name, :contact, :content, :at) RETURNING id")
            .param("notice", notice)
            .param("claim", claim)
            .param("name", seal.close(who.name()))
            .param("contact", seal.close(who.contact()))
            .param("content", content)
            .param("at", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    audit.record(new Act("public", "提出异议", "异议 " + id, Map.of("notice", notice, "claim", claim)));
    return id;
  }

  public List<Objection> open() {
    return Found.all(
        jdbc.sql(
                "SELECT id, notice, claim, content, filed_at, settled_at, settled_by, upheld,"
                    + " answer FROM objection WHERE settled_at IS NULL ORDER BY id")
            .query(Objection.class));
  }

  public List<Objection> of(long claim) {
    return Found.all(
        jdbc.sql(
                "SELECT id, notice, claim, content, filed_at, settled_at, settled_by, upheld,"
                    + " answer FROM objection WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(Objection.class));
  }

  @Transactional
  public Objector objector(long id, Person by) {
    if (!by.is(Role.REVIEWER)) {
      throw new Refusal("只有业务科室可以查看异议人");
    }
    var who =
        jdbc.sql("SELECT name, contact FROM objection WHERE id = :id")
            .param("id", id)
            .query((row, _) ->
                new Objector(seal.open(row.getBytes("name")), seal.open(row.getBytes("contact"))))
            .single();
    audit.record(new Act(by.id(), "查看异议人", "异议 " + id, Map.of()));
    return who;
  }

  /// Settles it. Upheld: the claim goes back to the decision and what it reserved is free.
  @Transactional
  public void settle(long id, boolean upheld, String answer, Person by) {
    if (!by.is(Role.REVIEWER)) {
      throw new Refusal("异议由业务科室办理");
    }
    if (answer.isBlank()) {
      throw new Refusal("异议的办理结果要写明理由");
    }
    var claim =
        jdbc.sql(
                """
                UPDATE objection SET settled_at = :at, settled_by = :by, upheld = :upheld,
                  answer = :answer
                WHERE id = :id AND settled_at IS NULL RETURNING claim
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.id())
            .param("upheld", upheld)
            .param("answer", answer)
            .param("id", id)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new Refusal("这件异议已经办结"));
    if (upheld) {
      proceedings.objectionUpheld(claim, by, answer);
    }
    audit.record(new Act(by.id(), "办结异议", "异议 " + id, Map.of("upheld", upheld, "answer", answer)));
  }
}
