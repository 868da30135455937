package duixian.service.target;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a target ends up, in words.
public final class Prospect {
  private static final String REACHED = "已达到";
  private static final long WHOLE = 10_000;

  private Prospect() {}

  /// `line` is the target's course, null when it is not known yet.
  public static String of(Standing standing, Courses.@Nullable Line line, LocalDate today) {
    if (standing.state().word().equals(REACHED)) {
      return REACHED;
    }
    var until = standing.target().until();
    if (until != null && until.isBefore(today)) {
      return "期限已过";
    }
    var share = line == null ? null : line.forecast();
    return share == null
        ? "记录还不够预测"
        : "照这两年的进度，到期 " + share / 100 + "%" + (share >= WHOLE ? "，能达到" : "，达不到");
  }
}
