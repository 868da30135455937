package duixian.service.database;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a query, none of which is null: a row mapped to a record always is one.
public final class Found {
  private Found() {}

  public static <T> List<T> all(JdbcClient.MappedQuerySpec<T> query) {
    return query.list().stream().map(Objects::requireNonNull).toList();
  }
}
