package duixian.bench.service;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows of one table in PostgreSQL's COPY text format; null is NULL. Our values need no escapes but
/// that of the backslash.
final class CopyOut implements AutoCloseable {
  private static final int ROOM = 1 << 18;

  private final CopyIn copy;
  private final StringBuilder lines = new StringBuilder();

  CopyOut(Connection connection, String target) throws SQLException {
    copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
  }

  void row(@Nullable Object... cells) throws SQLException {
    var between = "";
    for (var cell : cells) {
      lines.append(between).append(cell == null ? "\\N" : cell.toString().replace("\\", "\\\\"));
      between = "\t";
    }
    lines.append('\n');
    if (lines.length() > ROOM) {
      flush();
    }
  }

  @Override
  public void close() throws SQLException {
    flush();
    copy.endCopy();
  }

  private void flush() throws SQLException {
    var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    lines.setLength(0);
  }
}
