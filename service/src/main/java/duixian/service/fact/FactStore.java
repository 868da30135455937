package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Adds statements and answers what is known.
public class FactStore {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final UnitReader units;

  FactStore(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
    this.units = new UnitReader(jdbc);
  }

  /// What was once said: the newest recorded first.
  public record Stated(
      long id,
      String field,
      @Nullable String value,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source,
      @Nullable String evidence,
      String origin,
      Instant recordedAt,
      String recordedBy) {
    public Source kind() {
      return Source.parse(source);
    }
  }

  /// Facts of the unit changed; published when the transaction is about to commit.
  public record UnitChanged(String entity, String code) {}

  /// Adds statements, making records that are not there yet. Publishes one [UnitChanged] per root.
  @Transactional
  public void state(List<Statement> statements, String by) {
    var at = Timestamp.from(clock.instant());
    var records = new LinkedHashMap<Named, Long>();
    for (var said : statements) {
      records.computeIfAbsent(new Named(said.entity(), said.code()), _ -> record(said, at, by));
    }
    insert(statements, records, at, by);
    records.keySet().stream()
        .map(named -> root(named.entity(), named.code()))
        .distinct()
        .forEach(events::publishEvent);
  }

  private record Named(String entity, String code) {}

  /// Now, in the city's time.
  public AsOf now() {
    return new AsOf(LocalDate.now(clock), clock.instant());
  }

  /// The records under one root record, and those of other units that 最早 compares them with.
  public Facts unit(Policy policy, String entity, String code, AsOf asOf) {
    return known(policy, entity, code, asOf).facts();
  }

  /// The same with where each fact comes from.
  public UnitFacts known(Policy policy, String entity, String code, AsOf asOf) {
    return Objects.requireNonNull(known(policy, entity, List.of(code), asOf).get(code));
  }

  /// Many units in the round trips of one, by their 标识.
  public Map<String, UnitFacts> known(Policy policy, String entity, List<String> codes, AsOf asOf) {
    return units.read(policy, entity, codes, asOf);
  }

  /// Of the whole city the records of these entities, with these of their fields.
  public Facts city(Policy policy, Map<String, Set<String>> fields, AsOf asOf) {
    return Rows.facts(policy, units.city(fields, asOf));
  }

  /// The newest record and the newest statement: while they stay the same, nothing was added.
  public record Newest(long record, long fact) {
    public boolean isNone() {
      return record == 0;
    }
  }

  public Newest newest() {
    return jdbc.sql(
            "SELECT coalesce((SELECT max(id) FROM record), 0) AS record,"
                + " coalesce((SELECT max(id) FROM fact), 0) AS fact")
        .query(Newest.class)
        .single();
  }

  /// Everything that was ever said about a record.
  public List<Stated> history(String entity, String code) {
    return Found.all(
        jdbc.sql(
                "SELECT f.id, field, value, valid_from, valid_to, source, evidence, origin,"
                    + " f.recorded_at, f.recorded_by FROM fact f JOIN record r ON r.id = f.record"
                    + " WHERE r.entity = :entity AND r.code = :code"
                    + " ORDER BY f.recorded_at DESC, f.id DESC")
            .param("entity", entity)
            .param("code", code)
            .query(Stated.class));
  }

  /// The 标识 of every record of a root entity, in order.
  public List<String> codes(String entity) {
    return Found.all(
        jdbc.sql("SELECT code FROM record WHERE entity = :entity ORDER BY code")
            .param("entity", entity)
            .query(String.class));
  }

  /// How many records of an entity there are.
  public record Count(String entity, long count) {}

  public List<Count> counts() {
    return Found.all(
        jdbc.sql("SELECT entity, count(*) AS count FROM record GROUP BY entity")
            .query(Count.class));
  }

  public boolean isKnown(String entity, String code) {
    return jdbc.sql("SELECT count(*) FROM record WHERE entity = :entity AND code = :code")
            .param("entity", entity)
            .param("code", code)
            .query(Long.class)
            .single()
        > 0;
  }

  /// The roots of records in which this field now has that value.
  public List<String> rootsNaming(Entity entity, String field, String value) {
    return Found.all(
        jdbc.sql(
                """
                SELECT DISTINCT u.code FROM fact f
                JOIN record r ON r.id = f.record AND r.entity = :entity
                JOIN record u ON u.id = coalesce(r.root, r.id)
                WHERE f.field = %s AND f.value = :value
                  AND NOT EXISTS (
                    SELECT FROM fact g WHERE g.record = f.record AND g.field = f.field
                      AND (g.recorded_at, g.id) > (f.recorded_at, f.id))
                ORDER BY u.code
                """
                    .formatted(UnitReader.literal(field)))
            .param("entity", entity.name())
            .param("value", value)
            .query(String.class));
  }

  private UnitChanged root(String entity, String code) {
    return jdbc.sql(
            "SELECT u.entity, u.code FROM record r JOIN record u ON u.id = coalesce(r.root, r.id)"
                + " WHERE r.entity = :entity AND r.code = :code")
        .param("entity", entity)
        .param("code", code)
        .query(UnitChanged.class)
        .single();
  }

  private long record(Statement said, Timestamp at, String by) {
    jdbc.sql(
            """
            INSERT INTO record (entity, code, parent, root, year, recorded_at, recorded_by)
            SELECT :entity, :code, p.id, coalesce(p.root, p.id), :year, :at, :by
            FROM (SELECT 1) one LEFT JOIN record p ON p.code = :parent AND p.entity = :above
            ON CONFLICT (entity, code) DO NOTHING
            """)
        .param("entity", said.entity())
        .param("code", said.code())
        .param("parent", said.parent())
        .param("above", said.parentEntity())
        .param("year", said.year())
        .param("at", at)
        .param("by", by)
        .update();
    return jdbc.sql("SELECT id FROM record WHERE entity = :entity AND code = :code")
        .param("entity", said.entity())
        .param("code", said.code())
        .query(Long.class)
        .single();
  }

  /// All in one round trip.
  private void insert(List<Statement> said, Map<Named, Long> records, Timestamp at, String by) {
    jdbc.sql(
            """
            INSERT INTO fact (record, field, value, valid_from, valid_to, source, evidence, origin,
              recorded_at, recorded_by)
            SELECT *, :at, :by FROM unnest(CAST(:records AS bigint[]), CAST(:fields AS text[]),
              CAST(:values AS text[]), CAST(:from AS date[]), CAST(:to AS date[]),
              CAST(:sources AS text[]), CAST(:evidence AS text[]), CAST(:origins AS text[]))
            """)
        .param(
            "records",
            said.stream()
                .map(one -> records.get(new Named(one.entity(), one.code())))
                .toArray(Long[]::new))
        .param("fields", said.stream().map(Statement::field).toArray(String[]::new))
        .param("values", said.stream().map(Statement::value).toArray(String[]::new))
        .param("from", said.stream().map(one -> day(one.validFrom())).toArray(String[]::new))
        .param("to", said.stream().map(one -> day(one.validTo())).toArray(String[]::new))
        .param("sources", said.stream().map(one -> one.source().code()).toArray(String[]::new))
        .param("evidence", said.stream().map(Statement::evidence).toArray(String[]::new))
        .param("origins", said.stream().map(Statement::origin).toArray(String[]::new))
        .param("at", at)
        .param("by", by)
        .update();
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
