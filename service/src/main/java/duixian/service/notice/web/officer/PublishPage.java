package duixian.service.notice.web.officer;

import java.time.LocalDate;
import java.util.List;

/// Claims that wait for a notice, and the notices so far; amounts in fen.
public record PublishPage(
    boolean reviewer, List<Waiting> waiting, List<Published> notices, String title) {
  public PublishPage {
    waiting = List.copyOf(waiting);
    notices = List.copyOf(notices);
  }

  public record Waiting(long id, String number, String unit, String award, long granted) {}

  /// `held` lines wait for an objection.
  public record Published(
      long id,
      String title,
      LocalDate opens,
      LocalDate closes,
      boolean open,
      boolean correction,
      int lines,
      long sum,
      long held) {}
}
