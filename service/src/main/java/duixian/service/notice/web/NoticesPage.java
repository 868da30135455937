package duixian.service.notice.web;

import java.time.LocalDate;
import java.util.List;

/// Every notice, newest first; `daysLeft` counts today, 0 when it is over.
public record NoticesPage(List<Row> notices) {
  public NoticesPage {
    notices = List.copyOf(notices);
  }

  public record Row(
      long id,
      String title,
      LocalDate opens,
      LocalDate closes,
      long daysLeft,
      int lines,
      long granted,
      boolean correction) {}
}
