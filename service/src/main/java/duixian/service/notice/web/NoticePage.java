package duixian.service.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notice with its lines; `objection` is the line objected to while its form is open.
public record NoticePage(
    NoticesPage.Row notice,
    @Nullable Long corrects,
    List<Line> lines,
    @Nullable Objection objection) {
  public NoticePage {
    lines = List.copyOf(lines);
  }

  /// A line as the public sees it; `mayObject` while the days run and it did not go on.
  public record Line(
      long claim,
      String number,
      String payee,
      String award,
      long granted,
      String state,
      boolean mayObject) {}

  /// What was typed into the form so far, and why it was not taken (empty: nothing was refused).
  public record Objection(Line line, String name, String contact, String content, String refused) {}

  public long granted() {
    return lines.stream().mapToLong(Line::granted).sum();
  }
}
