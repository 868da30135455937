package duixian.service.audit;

import duixian.service.database.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Appends acts. Recording makes later writers wait until the transaction ends, so it is the last
/// thing that a transaction does.
///
/// Nobody waits for a disk while holding the log: the transaction commits in memory, and before it
/// is answered everything up to it is forced to disk, for many callers at once. What was answered
/// is on disk, and what a crash takes is the end of the log and never its middle. Another reader
/// may see an act some milliseconds before it is on disk; whatever that reader then does lies
/// behind it in the log and takes it to disk too.
public class AuditLog {
  private final JdbcClient jdbc;
  private final DataSource database;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, DataSource database, Clock clock) {
    this.jdbc = jdbc;
    this.database = database;
    this.clock = clock;
  }

  /// An entry as it stands in the log; `position` counts from 0.
  public record Entry(
      long position, Instant recordedAt, String actor, String act, String subject, String leaf) {}

  /// The position in the log; it counts only when the caller's transaction commits.
  @Transactional(propagation = Propagation.MANDATORY)
  public long record(Act act) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var leaf =
        CanonicalJson.text(
            Map.of(
                "at", at.toString(),
                "actor", act.actor(),
                "act", act.act(),
                "subject", act.subject(),
                "detail", act.detail()));
    forced();
    return jdbc.sql("SELECT audit_append(:at, :actor, :act, :subject, :leaf)")
        .param("at", at.atZone(ZoneId.of("UTC")).toOffsetDateTime())
        .param("actor", act.actor())
        .param("act", act.act())
        .param("subject", act.subject())
        .param("leaf", leaf)
        .query(Long.class)
        .single();
  }

  /// Before the caller of this transaction gets its answer.
  private void forced() {
    if (TransactionSynchronizationManager.getSynchronizations().stream()
        .noneMatch(Forcing.class::isInstance)) {
      TransactionSynchronizationManager.registerSynchronization(new Forcing(database));
    }
  }

  public long size() {
    return jdbc.sql("SELECT size FROM audit_size").query(Long.class).single();
  }

  /// The acts on one thing, oldest first.
  public List<Entry> of(String subject) {
    return Found.all(
        jdbc.sql(
                "SELECT position, recorded_at, actor, act, subject, leaf FROM audit_log"
                    + " WHERE subject = :subject ORDER BY position")
            .param("subject", subject)
            .query(Entry.class));
  }

  /// A page of the whole log, newest first.
  public List<Entry> latest(int count, long before) {
    return Found.all(
        jdbc.sql(
                "SELECT position, recorded_at, actor, act, subject, leaf FROM audit_log"
                    + " WHERE position < :before ORDER BY position DESC LIMIT :count")
            .param("before", before)
            .param("count", count)
            .query(Entry.class));
  }
}
