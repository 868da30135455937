package duixian.policy.value;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a number counts: units with their powers, `元`, `平方米`, `家`, `天` …, `元·家⁻¹` for a price per
/// firm. An `open` dimension is a 数量 without a counter: it takes the counter that it meets.
public record Dimension(Map<String, Integer> powers, boolean open) {
  public static final Dimension RATIO = new Dimension(Map.of(), false);
  public static final Dimension COUNT = new Dimension(Map.of(), true);
  public static final Dimension MONEY = of("元");
  public static final Dimension AREA = of("平方米");
  public static final Dimension DAYS = of("天");

  public Dimension {
    powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
    if (open && !powers.isEmpty()) {
      throw new IllegalArgumentException("an open dimension has no units, had " + powers);
    }
  }

  public static Dimension of(String unit) {
    return new Dimension(Map.of(unit, 1), false);
  }

  public Dimension times(Dimension other) {
    if (open || other.open) {
      return (open ? other : this).countedOnce(open && other.open);
    }
    return combined(other, 1);
  }

  public Dimension per(Dimension other) {
    if (other.open) {
      return open || powers.isEmpty() ? RATIO : isCounter() ? RATIO : this;
    }
    if (open) {
      return other.isCounter() ? RATIO : RATIO.combined(other, -1);
    }
    return combined(other, -1);
  }

  /// The dimension of a sum or a comparison, or null when the two do not mix.
  public @Nullable Dimension common(Dimension other) {
    if (equals(other)) {
      return this;
    }
    if (open && other.isCounter()) {
      return other;
    }
    return other.open && isCounter() ? this : null;
  }

  public boolean isMoney() {
    return equals(MONEY);
  }

  /// One thing that is counted: 家, 次, 人, 天, 月, but neither money nor area.
  public boolean isCounter() {
    return powers.size() == 1
        && powers.values().iterator().next() == 1
        && !powers.containsKey("元")
        && !powers.containsKey("平方米");
  }

  /// As a policy writes it: 金额, 比例, 数量（家）, 单价（元/平方米/月）.
  public String text() {
    if (open) {
      return "数量";
    }
    if (powers.isEmpty()) {
      return "比例";
    }
    if (isMoney()) {
      return "金额";
    }
    if (equals(AREA)) {
      return "面积";
    }
    if (equals(DAYS)) {
      return "时长";
    }
    if (isCounter()) {
      return "数量（" + powers.keySet().iterator().next() + "）";
    }
    return (isPrice() ? "单价" : "量") + "（" + unit() + "）";
  }

  /// Money per something.
  public boolean isPrice() {
    return powers.size() > 1
        && powers.entrySet().stream()
            .allMatch(e -> e.getKey().equals("元") ? e.getValue() == 1 : e.getValue() < 0)
        && powers.containsKey("元");
  }

  /// The unit behind a number: `元`, `家`, `元/平方米/月`; empty for a ratio or an open count.
  public String unit() {
    var above = new StringBuilder();
    var below = new StringBuilder();
    powers.forEach((unit, power) -> {
      for (int i = 0; i < Math.abs(power); i++) {
        if (power < 0) {
          below.append('/').append(unit);
        } else {
          above.append(above.isEmpty() ? "" : "·").append(unit);
        }
      }
    });
    return (above.isEmpty() && !below.isEmpty() ? "1" : above.toString()) + below;
  }

  private Dimension countedOnce(boolean bothOpen) {
    if (bothOpen) {
      return COUNT;
    }
    var below =
        powers.entrySet().stream()
            .filter(e -> e.getValue() == -1 && !e.getKey().equals("平方米"))
            .map(Map.Entry::getKey)
            .toList();
    return below.size() == 1 ? combined(of(below.getFirst()), 1) : powers.isEmpty() ? COUNT : this;
  }

  private Dimension combined(Dimension other, int sign) {
    var sum = new TreeMap<>(powers);
    other.powers.forEach((unit, power) -> sum.merge(unit, sign * power, Integer::sum));
    sum.values().removeIf(power -> power == 0);
    return new Dimension(sum, false);
  }
}
