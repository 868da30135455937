package duixian.service.claim.draft;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What was typed into the form of a case and not submitted yet.
public class Drafts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Typed values by the name of the input, and when they were saved.
  public record Draft(Map<String, String> fields, Instant savedAt) {
    public Draft {
      fields = Map.copyOf(fields);
    }
  }

  private record Row(String fields, Instant savedAt) {}

  @Transactional
  public void save(long claim, Map<String, String> fields, String by) {
    jdbc.sql(
            "INSERT INTO claim_draft (claim, fields, saved_at, saved_by)"
                + " VALUES (:claim, :fields, :at, :by) ON CONFLICT (claim) DO UPDATE SET"
                + " fields = excluded.fields, saved_at = excluded.saved_at,"
                + " saved_by = excluded.saved_by")
        .param("claim", claim)
        .param("fields", JSON.writeValueAsString(fields))
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
  }

  public Optional<Draft> of(long claim) {
    return jdbc.sql("SELECT fields, saved_at FROM claim_draft WHERE claim = :claim")
        .param("claim", claim)
        .query(Row.class)
        .optional()
        .map(row -> new Draft(fields(row.fields()), row.savedAt()));
  }

  @Transactional
  public void forget(long claim) {
    jdbc.sql("DELETE FROM claim_draft WHERE claim = :claim").param("claim", claim).update();
  }

  private static Map<String, String> fields(String json) {
    var fields = new LinkedHashMap<String, String>();
    JSON.readTree(json)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }
}
