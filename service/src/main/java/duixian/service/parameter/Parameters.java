package duixian.service.parameter;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Answers what holds on a day, and takes what an administrator sets.
public class Parameters {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;

  Parameters(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /// A figure from a day on; its unit is that of its [Kind].
  public record Setting(
      String key,
      long value,
      LocalDate validFrom,
      String reason,
      Instant recordedAt,
      String recordedBy) {}

  /// A figure to be set.
  public record Change(Kind kind, String key, long value, LocalDate from, String reason) {}

  /// What is wrong with a figure; the message is the sentence for the user.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  public Optional<Long> value(Kind kind, String key, LocalDate day) {
    return jdbc.sql(
            """
            SELECT value FROM parameter WHERE kind = :kind AND key = :key AND valid_from <= :day
            ORDER BY valid_from DESC, id DESC LIMIT 1
            """)
        .param("kind", kind.code())
        .param("key", key)
        .param("day", day)
        .query(Long.class)
        .optional();
  }

  /// Everything that was set, in the order in which it takes effect; of two for one day the later
  /// one counts.
  public List<Setting> history(Kind kind) {
    return Found.all(
        jdbc.sql(
                "SELECT key, value, valid_from, reason, recorded_at, recorded_by FROM parameter"
                    + " WHERE kind = :kind ORDER BY key, valid_from, id")
            .param("kind", kind.code())
            .query(Setting.class));
  }

  /// All or none. Throws [Refused].
  @Transactional
  public void set(List<Change> changes, Person by) {
    changes.forEach(one -> set(one.kind(), one.key(), one.value(), one.from(), one.reason(), by));
  }

  /// Throws [Refused] for who may not, for a figure out of bounds, for no reason, and for a day
  /// that is past: what was done under the old figure stays as it was.
  @Transactional
  public void set(Kind kind, String key, long value, LocalDate from, String reason, Person by) {
    if (!by.is(Role.ADMINISTRATOR)) {
      throw new Refused("参数由系统管理员设置，" + by.name() + "没有这个角色");
    }
    if (!kind.allows(value)) {
      throw new Refused(kind.bounds());
    }
    if (reason.isBlank()) {
      throw new Refused("改参数要写依据");
    }
    if (from.isBefore(LocalDate.now(clock))) {
      throw new Refused("生效日不能早于今天，已经办过的不追溯");
    }
    jdbc.sql(
            "INSERT INTO parameter (kind, key, value, valid_from, reason, recorded_at, recorded_by)"
                + " VALUES (:kind, :key, :value, :from, :reason, :at, :by)")
        .param("kind", kind.code())
        .param("key", key)
        .param("value", value)
        .param("from", from)
        .param("reason", reason)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by.id())
        .update();
    audit.record(
        new Act(
            by.id(),
            "设置参数",
            kind.label() + " " + key,
            Map.of("value", value, "from", from.toString(), "reason", reason)));
  }
}
