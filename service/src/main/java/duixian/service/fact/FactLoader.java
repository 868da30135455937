package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.service.database.Found;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.annotation.Transactional;

/// Takes in the records of whole files at once, streamed into the tables.
public class FactLoader {
  private static final String RECORDS =
      "record (id, entity, code, parent, root, year, recorded_at, recorded_by)";
  private static final String FACTS =
      "fact (record, field, value, source, origin, recorded_at, recorded_by)";

  private final JdbcClient jdbc;
  private final DataSource database;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  FactLoader(JdbcClient jdbc, DataSource database, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.database = database;
    this.clock = clock;
    this.events = events;
  }

  /// Whole files of records came in; published when the transaction is about to commit. No unit is
  /// told one by one.
  public record Loaded() {}

  /// Which source the facts of a field have.
  @FunctionalInterface
  public interface SourceOf {
    Source of(String entity, String field);
  }

  /// Adds every record and publishes [Loaded]; a record that is known already is an error of the
  /// database.
  @Transactional
  public void load(Facts facts, SourceOf sources, String by) {
    var ids = ids(facts);
    var at = clock.instant().toString();
    try {
      var connection = DataSourceUtils.getConnection(database).unwrap(PGConnection.class);
      try (var lines = new CopyLines(connection, RECORDS)) {
        for (var table : facts.tables()) {
          records(facts, table, ids, at, by, lines);
        }
        lines.end();
      }
      try (var lines = new CopyLines(connection, FACTS)) {
        for (var table : facts.tables()) {
          facts(facts, table, of(ids, table), sources, at, by, lines);
        }
        lines.end();
      }
      events.publishEvent(new Loaded());
    } catch (SQLException e) {
      throw new IllegalStateException("facts do not copy into the database", e);
    }
  }

  private static void records(
      Facts facts, Table table, Map<String, long[]> ids, String at, String by, CopyLines lines)
      throws SQLException {
    for (int row = 0; row < table.size(); row++) {
      var above = above(facts, table, row, ids);
      lines.add(
          Arrays.asList(
              Long.toString(of(ids, table)[row]),
              table.entity().name(),
              table.id(row),
              above.isEmpty() ? null : above.getFirst(),
              above.isEmpty() ? null : above.getLast(),
              table.entity().yearly() ? Integer.toString(table.year(row)) : null,
              at,
              by));
    }
  }

  private static void facts(
      Facts facts,
      Table table,
      long[] numbers,
      SourceOf sources,
      String at,
      String by,
      CopyLines lines)
      throws SQLException {
    var entity = table.entity();
    for (int row = 0; row < table.size(); row++) {
      for (var field : entity.fields()) {
        var stored = table.value(field, row);
        if (stored != Table.MISSING) {
          List<@Nullable String> cells = new ArrayList<>();
          cells.add(Long.toString(numbers[row]));
          cells.add(field.name());
          cells.add(FactText.of(facts, field, stored));
          cells.add(sources.of(entity.name(), field.name()).code());
          cells.add(table.origin(row));
          cells.add(at);
          cells.add(by);
          lines.add(cells);
        }
      }
    }
  }

  /// The ids of the parent, its parent, and so on.
  private static List<String> above(Facts facts, Table table, int row, Map<String, long[]> ids) {
    var above = new ArrayList<String>();
    var at = row;
    var below = table;
    for (var entity = table.entity().parent(); entity != null; entity = entity.parent()) {
      at = below.parent(at);
      below = facts.table(entity);
      above.add(Long.toString(of(ids, below)[at]));
    }
    return above;
  }

  private static long[] of(Map<String, long[]> ids, Table table) {
    return Objects.requireNonNull(ids.get(table.entity().name()));
  }

  private Map<String, long[]> ids(Facts facts) {
    var ids = new HashMap<String, long[]>();
    for (var table : facts.tables()) {
      var numbers =
          Found.all(
              jdbc.sql(
                      "SELECT nextval(pg_get_serial_sequence('record', 'id'))"
                          + " FROM generate_series(1, :count)")
                  .param("count", table.size())
                  .query(Long.class));
      ids.put(table.entity().name(), numbers.stream().mapToLong(Long::longValue).toArray());
    }
    return ids;
  }

  /// Lines of PostgreSQL's COPY text format, sent in blocks. A null cell is NULL.
  private static final class CopyLines implements AutoCloseable {
    private static final int ROOM = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder lines = new StringBuilder();

    CopyLines(PGConnection connection, String target) throws SQLException {
      copy = connection.getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
    }

    void add(List<? extends @Nullable String> cells) throws SQLException {
      var between = "";
      for (var cell : cells) {
        lines.append(between);
        append(cell);
        between = "\t";
      }
      lines.append('\n');
      if (lines.length() > ROOM) {
        flush();
      }
    }

    void end() throws SQLException {
      flush();
      copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }

    private void append(@Nullable String cell) {
      if (cell == null) {
        lines.append("\\N");
        return;
      }
      for (int i = 0; i < cell.length(); i++) {
        var c = cell.charAt(i);
        switch (c) {
          case '\\' -> lines.append("\\\\");
          case '\t' -> lines.append("\\t");
          case '\n' -> lines.append("\\n");
          case '\r' -> lines.append("\\r");
          default -> lines.append(c);
        }
      }
    }

    private void flush() throws SQLException {
      var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      lines.setLength(0);
    }
  }
}
