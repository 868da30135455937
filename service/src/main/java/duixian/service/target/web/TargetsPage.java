package duixian.service.target.web;

import duixian.service.target.Courses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every target as it was read at that moment; null before the first reading, and `empty` when
/// there is nothing to count. `permille` is the share of the goal in thousandths.
public record TargetsPage(
    @Nullable Instant at,
    boolean empty,
    int reached,
    List<Row> rows,
    List<LocalDate> days,
    String chart) {
  public TargetsPage {
    rows = List.copyOf(rows);
    days = List.copyOf(days);
  }

  public record Row(
      int index,
      String name,
      String clause,
      String measured,
      String floor,
      long permille,
      String state,
      @Nullable LocalDate until,
      String prospect,
      List<Courses.Point> points) {
    public Row {
      points = List.copyOf(points);
    }

    public String colour() {
      return switch (state) {
        case "已达到" -> "green";
        case "未达到" -> "amber";
        default -> "";
      };
    }
  }
}
