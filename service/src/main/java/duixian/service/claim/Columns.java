package duixian.service.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Rows of cases and tasks read column by column: pages read thousands, and reflection took most of
/// their time.
final class Columns {
  private Columns() {}

  static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getLong("id"),
        row.getString("number"),
        row.getString("award"),
        row.getString("clause"),
        row.getString("entity"),
        row.getString("object"),
        row.getInt("year"),
        row.getString("unit"),
        row.getString("root"),
        row.getString("procedure"),
        row.getString("step"),
        row.getInt("version"),
        row.getInt("corrections"),
        row.getString("raised"),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "submitted_at"),
        instant(row, "accepted_at"),
        instant(row, "decided_at"),
        instant(row, "paid_at"),
        row.getObject("figure", Long.class),
        row.getObject("ceiling", Long.class),
        row.getObject("granted", Long.class),
        row.getObject("budget_year", Integer.class));
  }

  static Task task(ResultSet row, int number) throws SQLException {
    return new Task(
        row.getLong("id"),
        row.getLong("claim"),
        row.getString("step"),
        row.getString("role"),
        row.getString("organisation"),
        row.getString("person"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getObject("stopped_on", LocalDate.class),
        row.getObject("left_days", Integer.class),
        instant(row, "closed_at"),
        row.getString("closed_by"),
        row.getString("verdict"),
        row.getString("reason"),
        row.getObject("score", Integer.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
