package duixian.service.notice.web.officer;

import duixian.service.notice.Objections;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objections that are open; who made one is shown after asking, which the log records.
public record ObjectionsPage(boolean reviewer, List<Row> open, @Nullable Revealed revealed) {
  public ObjectionsPage {
    open = List.copyOf(open);
  }

  public record Row(
      long id,
      long notice,
      String number,
      String unit,
      String award,
      long granted,
      String content,
      Instant filedAt,
      List<Objections.Attached> files) {
    public Row {
      files = List.copyOf(files);
    }
  }

  /// Who made the objection with that id.
  public record Revealed(long id, String name, String contact) {}
}
