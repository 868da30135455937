package duixian.service.tabular;

import duixian.service.tabular.Tabular.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the lines of a file come to: each as a row, or what is wrong with it as a sentence. With a
/// complaint nothing of the file is to be written.
public record Taken<T>(List<T> rows, List<String> complaints) {
  public Taken {
    rows = List.copyOf(rows);
    complaints = List.copyOf(complaints);
  }

  /// `complaint` answers the empty string for a line that may be read as a `row`; a file without
  /// any row is itself a complaint, `none`.
  public static <T> Taken<T> of(
      List<Line> lines, Function<Line, String> complaint, Function<Line, T> row, String none) {
    var rows = new ArrayList<T>();
    var complaints = new ArrayList<String>();
    for (var line : lines) {
      var wrong = complaint.apply(line);
      if (wrong.isEmpty()) {
        rows.add(row.apply(line));
      } else {
        complaints.add(wrong);
      }
    }
    return new Taken<>(rows, rows.isEmpty() && complaints.isEmpty() ? List.of(none) : complaints);
  }

  public Changes<T> changes(Predicate<T> isNew) {
    var fresh = rows.stream().filter(isNew).toList();
    return new Changes<>(fresh, rows.size() - fresh.size(), complaints);
  }

  public boolean isRefused() {
    return !complaints.isEmpty();
  }
}
