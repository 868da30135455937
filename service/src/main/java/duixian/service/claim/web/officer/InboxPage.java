package duixian.service.claim.web.officer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a person; `pages` of at most a hundred rows each, `page` counts from 1.
public record InboxPage(
    LocalDate today,
    List<Count> clocks,
    List<Count> steps,
    String clock,
    String step,
    String text,
    List<Row> rows,
    int found,
    int page,
    int pages) {
  public InboxPage {
    clocks = List.copyOf(clocks);
    steps = List.copyOf(steps);
    rows = List.copyOf(rows);
  }

  /// A filter: its value, how it is shown, and how many it lets through.
  public record Count(String value, String label, long count) {}

  /// A task. `ceiling` in fen; `safe` when it may be accepted together with others, and `why` says
  /// why not.
  public record Row(
      String number,
      String award,
      String object,
      String unit,
      String step,
      String clock,
      @Nullable LocalDate due,
      String left,
      @Nullable Long ceiling,
      boolean safe,
      String why) {}

  public boolean hasSafe() {
    return rows.stream().anyMatch(Row::safe);
  }

  /// The colour of a clock's tag.
  public static String colour(String clock) {
    return switch (clock) {
      case "RED" -> "red";
      case "YELLOW" -> "amber";
      case "GREEN" -> "green";
      default -> "";
    };
  }
}
