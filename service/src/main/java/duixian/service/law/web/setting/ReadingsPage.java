package duixian.service.law.web.setting;

import duixian.service.law.Laws;
import java.time.LocalDate;
import java.util.List;

/// Every reading with its choices, the one of today and what was chosen before.
public record ReadingsPage(
    String version, LocalDate today, List<Row> rows, List<String> complaints) {
  public ReadingsPage {
    rows = List.copyOf(rows);
    complaints = List.copyOf(complaints);
  }

  public record Row(
      String name,
      String clause,
      String question,
      List<String> choices,
      String now,
      String reason,
      List<Laws.Choice> history) {
    public Row {
      choices = List.copyOf(choices);
      history = List.copyOf(history);
    }
  }
}
