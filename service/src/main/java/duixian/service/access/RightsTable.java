package duixian.service.access;

import duixian.service.party.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Answers from the table of rights for whoever checks it; what lets a request pass is the security
/// configuration, built from the same rows.
public class RightsTable {
  private final List<Row> rows =
      Rights.table().stream()
          .map(right -> new Row(PathPatternParser.defaultInstance.parse(right.pattern()), right))
          .toList();

  RightsTable() {}

  private record Row(PathPattern pattern, Right right) {}

  /// Whether a row names the path.
  public boolean isDeclared(String path) {
    return rows.stream().anyMatch(row -> row.pattern().matches(PathContainer.parsePath(path)));
  }

  /// Whether the first row that names the path asks for no sign-in.
  public boolean isForEverybody(String path) {
    return first(path).map(Right::everybody).orElse(false);
  }

  /// Whether the first row that names the path lets that person in.
  public boolean allows(String path, Person person) {
    return first(path).map(right -> right.allows(person)).orElse(false);
  }

  private Optional<Right> first(String path) {
    return rows.stream()
        .filter(row -> row.pattern().matches(PathContainer.parsePath(path)))
        .findFirst()
        .map(Row::right);
  }
}
