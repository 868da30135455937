package duixian.cli.city;

import duixian.cli.city.Plan.Platform;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Article 四（二）: sharing and collaboration platforms before, at and after the first crossing of
/// their thresholds.
final class Sharing {
  private static final long REVENUE = 20_000_000;
  private static final long TRADE = 500_000_000;

  /// Shares of the threshold, year by year; a null is a year that nobody reported.
  private static final List<List<@Nullable Double>> COURSES =
      List.of(
          years(0.4, 1.0, 1.325, 1.55),
          years(0.7, 1.2, 0.9, 1.3),
          years(0.2, 0.5, 0.8, 0.95),
          years(0.6, null, 1.4, 1.6),
          years(1.1, 1.2));

  private Sharing() {}

  static Sheet revenue(Plan plan, Writer out) {
    return courses(new Sheet(out, "标识", "平台", "年度", "年收入"), "G", REVENUE, plan.all());
  }

  static Sheet trade(Plan plan, Writer out) {
    var reversed = new ArrayList<>(plan.all());
    reversed.sort((one, other) -> Integer.compare(other.index(), one.index()));
    return courses(new Sheet(out, "标识", "平台", "年度", "年交易额"), "H", TRADE, reversed);
  }

  private static Sheet courses(
      Sheet sheet, String letter, long threshold, List<Platform> platforms) {
    for (int i = 0; i < platforms.size(); i += 2) {
      var platform = platforms.get(i);
      var course = COURSES.get(i / 2 % COURSES.size());
      for (int year = 0; year < course.size() && platform.first() + year <= 2025; year++) {
        var share = course.get(year);
        var id = letter + "-" + platform.id() + "-" + (platform.first() + year);
        var amount = share == null ? null : Sheet.yuan(share * threshold);
        sheet.row(id, platform.id(), platform.first() + year, amount);
      }
    }
    return sheet;
  }

  private static List<@Nullable Double> years(@Nullable Double... shares) {
    return Arrays.asList(shares);
  }
}
