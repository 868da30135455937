package duixian.service.audit;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;

/// Forces to disk whatever was committed so far. PostgreSQL writes its log in order and in one go
/// for all who wait, so one short commit that does wait is enough: on any server, whatever that
/// one's own default is.
record Forcing(DataSource database) implements TransactionSynchronization {
  /// A message makes the commit one that has something to wait for.
  private static final String WAITING =
      """
      SELECT pg_logical_emit_message(true, 'duixian', ''),
        CASE current_setting('synchronous_commit')
          WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END
      """;

  @Override
  public void afterCommit() {
    // Still the connection of the transaction that just ended.
    var connection = DataSourceUtils.getConnection(database);
    try (var statement = connection.createStatement()) {
      statement.execute(WAITING);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot say that it kept what was done", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
