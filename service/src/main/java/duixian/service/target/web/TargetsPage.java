package duixian.service.target.web;

import duixian.service.target.Courses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every target; `permille` and `forecast` are shares of the goal in thousandths.
public record TargetsPage(
    Instant at, int reached, List<Row> rows, List<LocalDate> days, String chart) {
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
      boolean over,
      @Nullable Long forecast,
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

    public String prospect() {
      if (state.equals("已达到")) {
        return "已达到";
      }
      if (over) {
        return "期限已过";
      }
      return forecast == null
          ? "记录还不够预测"
          : "照这两年的进度，到期 " + forecast / 10 + "%" + (forecast >= 1000 ? "，能达到" : "，达不到");
    }
  }
}
