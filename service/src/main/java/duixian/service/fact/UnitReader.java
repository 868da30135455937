package duixian.service.fact;

import duixian.policy.model.Policy;
import duixian.service.database.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads root records with all below them, and the records of other units that 最早 compares theirs
/// with: any number of roots in the same few round trips.
final class UnitReader {
  private final JdbcClient jdbc;
  private final Map<String, Set<Links.Link>> links = new ConcurrentHashMap<>();

  UnitReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Root(long id, String code) {}

  /// A record of another unit, and its root.
  private record Linked(long own, long id, long root) {}

  /// By 标识; what is not known has no facts.
  Map<String, UnitFacts> read(Policy policy, String entity, Collection<String> codes, AsOf asOf) {
    var roots = roots(entity, codes);
    var own = rows("(r.id = ANY(:ids) OR r.root = ANY(:ids))", ids(roots, Root::id), asOf);
    var linked = linked(policy, roots);
    var compared = new LinkedHashSet<Long>();
    linked.forEach(one -> compared.addAll(List.of(one.id(), one.root())));
    var others = rows("r.id = ANY(:ids)", compared.toArray(Long[]::new), asOf);

    var byRoot = new HashMap<Long, List<Rows.Row>>();
    own.forEach(row -> byRoot.computeIfAbsent(row.root(), _ -> new ArrayList<>()).add(row));
    var byId = new HashMap<Long, Rows.Row>();
    others.forEach(row -> byId.put(row.id(), row));
    var seen = new HashMap<Long, Set<Rows.Row>>();
    for (var one : linked) {
      Stream.of(one.id(), one.root())
          .flatMap(id -> Stream.ofNullable(byId.get(id)))
          .forEach(seen.computeIfAbsent(one.own(), _ -> new LinkedHashSet<>())::add);
    }
    var read = new LinkedHashMap<String, UnitFacts>();
    for (var root : roots) {
      var rows = byRoot.getOrDefault(root.id(), List.of());
      read.put(root.code(), unit(policy, rows, seen.getOrDefault(root.id(), Set.of())));
    }
    for (var code : codes) {
      read.computeIfAbsent(code, _ -> unit(policy, List.of(), Set.of()));
    }
    return read;
  }

  /// Every record of these entities with what is known about it in these fields.
  List<Rows.Row> city(Map<String, Set<String>> fields, AsOf asOf) {
    Map<String, Object> which =
        Map.of(
            "entities", fields.keySet().toArray(String[]::new),
            "fields", fields.values().stream().flatMap(Set::stream).toArray(String[]::new));
    var rows = records("r.entity = ANY(:entities)", which, asOf);
    fill(
        rows,
        "field = ANY(:fields) AND record IN (SELECT id FROM record WHERE entity = ANY(:entities))",
        which,
        asOf);
    return rows;
  }

  private static UnitFacts unit(Policy policy, List<Rows.Row> own, Set<Rows.Row> beside) {
    var all = new ArrayList<>(own);
    all.addAll(beside);
    all.sort(Comparator.comparingLong(Rows.Row::id));
    return new UnitFacts(Rows.facts(policy, all), own);
  }

  private List<Root> roots(String entity, Collection<String> codes) {
    return Found.all(
        jdbc.sql("SELECT id, code FROM record WHERE entity = :entity AND code = ANY(:codes)")
            .param("entity", entity)
            .param("codes", codes.toArray(String[]::new))
            .query((row, _) -> new Root(row.getLong(1), row.getString(2))));
  }

  private List<Rows.Row> rows(String which, Long[] ids, AsOf asOf) {
    if (ids.length == 0) {
      return List.of();
    }
    var rows = records(which, Map.of("ids", ids), asOf);
    var records = rows.stream().map(Rows.Row::id).toArray(Long[]::new);
    fill(rows, "record = ANY(:ids)", Map.of("ids", records), asOf);
    return rows;
  }

  private List<Rows.Row> records(String which, Map<String, Object> params, AsOf asOf) {
    return Found.all(
        jdbc.sql(
                """
                SELECT r.id, coalesce(r.root, r.id) AS root, r.entity, r.code, p.code AS parent, r.year
                FROM record r LEFT JOIN record p ON p.id = r.parent
                WHERE r.recorded_at <= :known AND %s
                ORDER BY r.id
                """
                    .formatted(which))
            .param("known", Timestamp.from(asOf.known()))
            .params(params)
            .query((row, _) -> row(row)));
  }

  private static Rows.Row row(ResultSet row) throws SQLException {
    var year = row.getInt(6);
    return new Rows.Row(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.wasNull() ? null : year,
        new ArrayList<>());
  }

  /// The newest statement on a field comes first.
  private void fill(List<Rows.Row> rows, String which, Map<String, Object> params, AsOf asOf) {
    jdbc.sql(
            """
            SELECT record, field, value, source FROM fact
            WHERE recorded_at <= :known AND %s
              AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to >= :day)
            ORDER BY record, field, recorded_at DESC, id DESC
            """
                .formatted(which))
        .param("known", Timestamp.from(asOf.known()))
        .param("day", asOf.day())
        .params(params)
        .query(new Filling(rows));
  }

  /// Puts each field's newest value into its record; a withdrawn one has none. A record that came
  /// after the records were read is left out.
  private static final class Filling implements RowCallbackHandler {
    private final Map<Long, Rows.Row> records = new HashMap<>();
    private long record;
    private String field = "";

    Filling(List<Rows.Row> rows) {
      rows.forEach(row -> records.put(row.id(), row));
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      var of = row.getLong(1);
      var name = row.getString(2);
      if (of == record && name.equals(field)) {
        return;
      }
      record = of;
      field = name;
      var value = row.getString(3);
      var into = records.get(of);
      if (value != null && into != null) {
        into.cells().add(new Rows.Cell(name, value, Source.parse(row.getString(4))));
      }
    }
  }

  /// Records of other units that ever shared a value with one of the unit.
  private List<Linked> linked(Policy policy, List<Root> roots) {
    return links.computeIfAbsent(policy.version(), _ -> Links.of(policy)).stream()
        .flatMap(link -> linked(link, ids(roots, Root::id)).stream())
        .toList();
  }

  /// Few, though the planner expects thousands: `OFFSET 0` has it go from record to record.
  private List<Linked> linked(Links.Link link, Long[] roots) {
    return Found.all(
        jdbc.sql(
                """
                SELECT DISTINCT r.root AS own, o.id, o.root
                FROM record r
                JOIN fact f ON f.record = r.id AND f.field = %1$s
                CROSS JOIN LATERAL (
                  SELECT record FROM fact WHERE field = %1$s AND value = f.value OFFSET 0) g
                CROSS JOIN LATERAL (
                  SELECT id, root FROM record
                  WHERE id = g.record AND entity = :entity AND root <> r.root OFFSET 0) o
                WHERE r.root = ANY(:roots) AND r.entity = :entity
                """
                    .formatted(literal(link.field())))
            .param("entity", link.entity())
            .param("roots", roots)
            .query((row, _) -> new Linked(row.getLong(1), row.getLong(2), row.getLong(3))));
  }

  /// A field's name as it stands in SQL: the index of values is of certain fields alone, which a
  /// statement prepared for any field could not use.
  static String literal(String field) {
    return "'" + field.replace("'", "''") + "'";
  }

  private static <T> Long[] ids(List<T> all, ToLongFunction<T> id) {
    return all.stream().map(one -> id.applyAsLong(one)).toArray(Long[]::new);
  }
}
