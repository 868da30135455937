package duixian.service.fact;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Lines of PostgreSQL's COPY text format, sent in blocks. A null cell is NULL.
final class CopyLines implements AutoCloseable {
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
