package duixian.service.claim.night;

import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The record of nightly matching.
public class Runs {
  private static final int SHOWN = 60;

  private final JdbcClient jdbc;
  private final Clock clock;

  Runs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A night: without an end it is under way or was cut short.
  public record Run(
      long id,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Integer roots,
      @Nullable Integer raised,
      @Nullable Integer failed) {}

  /// Newest first.
  public List<Run> latest() {
    return Found.all(
        jdbc.sql("SELECT * FROM matching_run ORDER BY id DESC LIMIT " + SHOWN).query(Run.class));
  }

  long begin() {
    return jdbc.sql("INSERT INTO matching_run (started_at) VALUES (:at) RETURNING id")
        .param("at", Timestamp.from(clock.instant()))
        .query(Long.class)
        .single();
  }

  void end(long id, int roots, int raised, int failed) {
    jdbc.sql(
            "UPDATE matching_run SET ended_at = :at, roots = :roots, raised = :raised,"
                + " failed = :failed WHERE id = :id")
        .param("at", Timestamp.from(clock.instant()))
        .param("roots", roots)
        .param("raised", raised)
        .param("failed", failed)
        .param("id", id)
        .update();
  }
}
