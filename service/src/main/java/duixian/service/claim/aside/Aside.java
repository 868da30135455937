package duixian.service.claim.aside;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small table beside a case; `link` leads to where it is worked on, null when nowhere.
public record Aside(
    String title, List<String> head, List<List<String>> rows, @Nullable String link) {
  public Aside {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }
}
