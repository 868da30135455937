package duixian.bench.policy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBConnection;

/// DuckDB on one thread: a window per platform and year, over a table that is already loaded.
final class ByDuckDb implements AutoCloseable {
  private static final String SQL =
      """
      SELECT sum(greatest(0, least(capped, %d - before))) FROM (
        SELECT capped, coalesce(sum(capped) OVER (
          PARTITION BY platform, year ORDER BY day, id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
        FROM (SELECT id, platform, day, year(day) AS year,
                     least(amount * %d // %d, %d) AS capped FROM claim))
      """
          .formatted(
              Claims.YEAR_CAP, Claims.RATE_NUMERATOR, Claims.RATE_DENOMINATOR, Claims.PROJECT_CAP);

  private final Connection connection;
  private final PreparedStatement query;

  /// Throws IllegalStateException when the database refuses.
  static ByDuckDb loaded(Claims claims) {
    try {
      return new ByDuckDb(claims);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB did not load the claims", e);
    }
  }

  private ByDuckDb(Claims claims) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (var statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute(
          "CREATE TABLE claim (id INTEGER, platform INTEGER, day DATE, amount BIGINT)");
    }
    try (var rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "claim")) {
      for (int i = 0; i < claims.size(); i++) {
        rows.beginRow();
        rows.append(i);
        rows.append(claims.platforms[i]);
        rows.append(LocalDate.ofEpochDay(claims.days[i]));
        rows.append(claims.amounts[i]);
        rows.endRow();
      }
    }
    query = connection.prepareStatement(SQL);
  }

  long run() {
    try (var result = query.executeQuery()) {
      result.next();
      return result.getBigDecimal(1).longValueExact();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB did not answer", e);
    }
  }

  @Override
  public void close() {
    try {
      query.close();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB did not close", e);
    }
  }
}
