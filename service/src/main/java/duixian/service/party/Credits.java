package duixian.service.party;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 信用核查: what the credit authorities say about units, as officers imported it, and how a unit stood
/// when a claim was declared and when it was to be paid.
public class Credits {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;

  Credits(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /// What an authority said on a day; `bad` false clears what was said before.
  public record CreditRecord(
      String organisation, boolean bad, String detail, String source, LocalDate saidOn) {}

  /// How a unit stood at that moment; the sentence says by which record.
  public record Standing(String occasion, boolean bad, String sentence, Instant takenAt) {}

  private record Newest(long id, boolean bad, String detail, String source, LocalDate saidOn) {}

  public List<CreditRecord> all() {
    return Found.all(
        jdbc.sql(
                "SELECT organisation, bad, detail, source, said_on FROM credit_record"
                    + " ORDER BY said_on DESC, id DESC")
            .query(CreditRecord.class));
  }

  /// Takes records as a whole; one that is there already changes nothing. Answers how many are new.
  @Transactional
  public int add(List<CreditRecord> records, Person by) {
    var added = 0;
    for (var one : records) {
      added +=
          jdbc.sql(
                  """
                  INSERT INTO credit_record (organisation, bad, detail, source, said_on, recorded_at,
                    recorded_by)
                  VALUES (:organisation, :bad, :detail, :source, :on, :at, :by) ON CONFLICT DO NOTHING
                  """)
              .param("organisation", one.organisation())
              .param("bad", one.bad())
              .param("detail", one.detail())
              .param("source", one.source())
              .param("on", one.saidOn())
              .param("at", Timestamp.from(clock.instant()))
              .param("by", by.id())
              .update();
    }
    if (added > 0) {
      audit.record(
          new Act(by.id(), "导入信用记录", "信用记录", Map.of("rows", records.size(), "new", added)));
    }
    return added;
  }

  /// Looks and keeps what was seen; `subject` is the claim.
  @Transactional(propagation = Propagation.MANDATORY)
  public Standing take(String subject, String occasion, String organisation) {
    var newest = newest(organisation);
    var standing =
        new Standing(occasion, newest != null && newest.bad(), sentence(newest), clock.instant());
    jdbc.sql(
            """
            INSERT INTO credit_snapshot (subject, occasion, organisation, record, bad, sentence,
              taken_at)
            VALUES (:subject, :occasion, :organisation, :record, :bad, :sentence, :at)
            """)
        .param("subject", subject)
        .param("occasion", occasion)
        .param("organisation", organisation)
        .param("record", newest == null ? null : newest.id())
        .param("bad", standing.bad())
        .param("sentence", standing.sentence())
        .param("at", Timestamp.from(standing.takenAt()))
        .update();
    return standing;
  }

  /// Every look, oldest first.
  public List<Standing> of(String subject) {
    return Found.all(
        jdbc.sql(
                "SELECT occasion, bad, sentence, taken_at FROM credit_snapshot"
                    + " WHERE subject = :subject ORDER BY id")
            .param("subject", subject)
            .query(Standing.class));
  }

  private @Nullable Newest newest(String organisation) {
    return jdbc.sql(
            "SELECT id, bad, detail, source, said_on FROM credit_record"
                + " WHERE organisation = :organisation AND said_on <= :today"
                + " ORDER BY said_on DESC, id DESC LIMIT 1")
        .param("organisation", organisation)
        .param("today", LocalDate.now(clock))
        .query(Newest.class)
        .optional()
        .orElse(null);
  }

  private static String sentence(@Nullable Newest newest) {
    if (newest == null) {
      return "没有信用记录";
    }
    return "%s %s：%s（%s）"
        .formatted(newest.saidOn(), newest.bad() ? "失信" : "无失信", newest.detail(), newest.source());
  }
}
