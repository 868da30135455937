package duixian.policy.syntax;

import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The units that a policy may write behind a number.
public final class Units {
  private static final List<String> COUNTERS =
      List.of(
          "家", "次", "个", "人", "项", "套", "台", "件", "户", "名", "条", "款", "张", "辆", "支", "门", "场", "期",
          "课时", "学时", "天", "小时", "分钟", "月", "年", "季度", "周", "吨", "公里", "千瓦时", "间", "栋", "座", "班");
  private static final Map<String, String> SAME =
      Map.of(
          "㎡", "平方米", "m²", "平方米", "平米", "平方米", "个月", "月", "日", "天", "人民币", "元", "工日", "天", "人次",
          "人");

  private Units() {}

  /// The dimension of `元/平方米/月` and the like; null when a unit in it is unknown.
  public static @Nullable Dimension dimension(String unit) {
    var parts = unit.split("/", -1);
    var dimension = single(parts[0]);
    for (int i = 1; i < parts.length && dimension != null; i++) {
      var below = single(parts[i]);
      dimension = below == null ? null : dimension.per(below);
    }
    return dimension;
  }

  /// The longest unit name that stands at `at`; empty when there is none.
  public static String prefix(String text, int at) {
    var longest = "";
    for (var names : List.of(COUNTERS, SAME.keySet(), List.of("元", "平方米"))) {
      for (var name : names) {
        if (name.length() > longest.length() && text.startsWith(name, at)) {
          longest = name;
        }
      }
    }
    return longest;
  }

  /// 万, 亿 and their like; 1 for an empty text, null for another.
  public static @Nullable Rational multiplier(String word) {
    return switch (word) {
      case "" -> Rational.ONE;
      case "百" -> Rational.of(100);
      case "千" -> Rational.of(1_000);
      case "万" -> Rational.of(10_000);
      case "百万" -> Rational.of(1_000_000);
      case "千万" -> Rational.of(10_000_000);
      case "亿" -> Rational.of(100_000_000);
      case "万亿" -> Rational.of(1_000_000_000_000L);
      default -> null;
    };
  }

  public static String known() {
    return "元、平方米、%、" + String.join("、", COUNTERS);
  }

  private static @Nullable Dimension single(String unit) {
    var name = SAME.getOrDefault(unit, unit);
    if (name.equals("元") || name.equals("平方米") || COUNTERS.contains(name)) {
      return Dimension.of(name);
    }
    return null;
  }
}
