package duixian.service.notice.web;

import java.time.LocalDate;
import java.util.List;

/// Notices, newest first; `next` is where the following page begins, 0 when there is none;
/// `daysLeft` counts today, 0 when it is over.
public record NoticesPage(List<Row> notices, long next) {
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
