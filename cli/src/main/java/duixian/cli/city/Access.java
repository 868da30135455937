package duixian.cli.city;

import duixian.cli.city.Plan.Platform;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Article 四（五）: who is on which platform and how much of the time. Counts stand at, just above and
/// far above a hundred, fall back, and some enterprises are on two platforms. A large city has more
/// platforms, not larger ones.
final class Access {
  /// Active enterprises by year since the platform's start.
  private static final List<int[]> COURSES =
      List.of(
          new int[] {90, 138, 171, 160},
          new int[] {100, 101, 140, 150},
          new int[] {60, 125, 190, 230},
          new int[] {80, 131, 129, 150},
          new int[] {35, 60, 72, 64},
          new int[] {20, 45, 50, 55});

  private final SplittableRandom chance;
  private final Sheet sheet;

  private Access(Plan plan, Writer out) {
    this.chance = plan.chance("接入企业");
    this.sheet = new Sheet(out, "标识", "平台", "年度", "企业", "中小企业", "首次活跃日期", "使用平台时间", "接入平台时间");
  }

  static Sheet write(Plan plan, Writer out) {
    var access = new Access(plan, out);
    plan.all().forEach(access::platform);
    return access.sheet;
  }

  private void platform(Platform platform) {
    var course = COURSES.get(platform.index() % COURSES.size());
    for (int i = 0; i < course.length && platform.first() + i <= 2025; i++) {
      year(platform, platform.first() + i, course[i], i);
    }
  }

  private void year(Platform platform, int year, int active, int since) {
    for (int n = 1; n <= active; n++) {
      record(platform, year, n, since, true, chance.nextInt(180, 366), 0.6, 0.97);
    }
    for (int n = active + 1; n <= active + active / 6; n++) {
      record(platform, year, n, since, true, chance.nextInt(120, 366), 0.05, 0.55);
    }
    for (int n = 1; n <= 3; n++) {
      record(platform, year, 900_000 + n, since, false, 365, 0.7, 0.9);
      record(platform, year, 910_000 + n, since, true, chance.nextInt(5, 80), 0.8, 0.95);
    }
    if (platform.index() == 4 && since == 1) {
      row(platform, year, name(platform, 920_000), true, null, null, 365);
    }
    if (platform.index() > 0 && since == 1) {
      // On the neighbour's platform too, later: counted there, not here.
      for (int n = 1; n <= 4; n++) {
        row(platform, year, "E%02d%06d".formatted(platform.index() - 1, n), true, null, 300, 330);
      }
    }
  }

  private void record(
      Platform platform,
      int year,
      int number,
      int since,
      boolean isSmall,
      int days,
      double least,
      double most) {
    var used = (int) Math.ceil(days * chance.nextDouble(least, most));
    var firstDay = since == 0 ? LocalDate.of(year, 1 + number % 6, 1 + number % 28) : null;
    row(platform, year, name(platform, number), isSmall, firstDay, Math.min(used, days), days);
  }

  private void row(
      Platform platform,
      int year,
      String enterprise,
      boolean isSmall,
      @Nullable LocalDate firstDay,
      @Nullable Integer used,
      int days) {
    var id = "A-" + platform.id() + "-" + year + "-" + enterprise;
    sheet.row(id, platform.id(), year, enterprise, isSmall, firstDay, used, days);
  }

  private static String name(Platform platform, int number) {
    return "E%02d%06d".formatted(platform.index(), number);
  }
}
