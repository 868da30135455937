package duixian.service.party.web;

import java.time.LocalDate;
import java.util.List;

/// Credit records; `complaints` say what was wrong with the rows of an import.
public record CreditPage(boolean reviewer, List<Row> rows, List<String> complaints) {
  public CreditPage {
    rows = List.copyOf(rows);
    complaints = List.copyOf(complaints);
  }

  public record Row(String unit, boolean bad, String detail, String source, LocalDate saidOn) {}
}
