package duixian.service.tabular;

import java.util.List;
import java.util.function.Function;

/// What a file that was taken out and brought back changes: `rows` say something new, `same` more
/// of them what holds already. With a complaint nothing of the file is to be written.
public record Changes<T>(List<T> rows, int same, List<String> complaints) {
  public Changes {
    rows = List.copyOf(rows);
    complaints = List.copyOf(complaints);
  }

  public boolean isRefused() {
    return !complaints.isEmpty();
  }

  public <R> Changes<R> map(Function<T, R> each) {
    return new Changes<>(rows.stream().map(each).toList(), same, complaints);
  }
}
