package duixian.policy.facts;

import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import org.jspecify.annotations.Nullable;

/// How facts of a dimension are written: which unit may stand behind the number and how large it
/// may be.
record Unit(Kind kind, String name, String unit, String example, int places) {
  private enum Kind {
    MONEY,
    RATIO,
    OPEN,
    AREA,
    DAYS,
    COUNTER,
    PRICE
  }

  private static final long MOST_YUAN = 10_000_000_000_000L;
  private static final long MOST_RATIO = 1_000_000;
  private static final int LONGEST_COUNTER = 4;

  /// Null for a field that is no number.
  static @Nullable Unit of(Field field) {
    return field.type() instanceof Type.Amount(var dimension) ? of(dimension, field.scale()) : null;
  }

  private static Unit of(Dimension dimension, long scale) {
    var name = dimension.text();
    var unit = dimension.unit();
    var places = places(scale);
    if (dimension.isMoney()) {
      return new Unit(Kind.MONEY, name, "元", "12000000.00 或 1200万元", places);
    }
    if (dimension.open()) {
      return new Unit(Kind.OPEN, name, "", "12 或 1.5亿", places);
    }
    if (dimension.powers().isEmpty()) {
      return new Unit(Kind.RATIO, name, "%", "95% 或 0.95", places);
    }
    if (dimension.equals(Dimension.AREA)) {
      return new Unit(Kind.AREA, name, unit, "120.5 或 120.5平方米", places);
    }
    if (dimension.equals(Dimension.DAYS)) {
      return new Unit(Kind.DAYS, name, unit, "120 或 120天", places);
    }
    if (dimension.isCounter()) {
      return new Unit(Kind.COUNTER, name, unit, "12 或 12" + unit, places);
    }
    return new Unit(Kind.PRICE, name, unit, "35.00 或 35" + unit, places);
  }

  private static int places(long scale) {
    var places = 0;
    for (var rest = scale; rest > 1; rest /= 10) {
      if (rest % 10 != 0) {
        throw new IllegalArgumentException("scale must be a power of ten, was " + scale);
      }
      places++;
    }
    return places;
  }

  boolean accepts(boolean percent, CharSequence text, int from) {
    if (percent) {
      return kind == Kind.RATIO && from == text.length();
    }
    if (from == text.length()) {
      return true;
    }
    var behind = text.subSequence(from, text.length()).toString().strip();
    return switch (kind) {
      case MONEY -> behind.equals("元");
      case RATIO -> false;
      case OPEN -> isCounter(behind);
      case AREA -> behind.equals(unit) || behind.equals("㎡") || behind.equals("m²");
      case DAYS -> behind.equals(unit) || behind.equals("日");
      case COUNTER -> behind.equals(unit) || behind.equals("个" + unit);
      case PRICE -> behind.equals(unit) || behind.equals("元");
    };
  }

  /// A count without a declared counter takes any, but neither money nor area.
  private static boolean isCounter(String behind) {
    return behind.length() <= LONGEST_COUNTER
        && !behind.contains("元")
        && !behind.contains("米")
        && behind.codePoints().allMatch(Character::isIdeographic);
  }

  boolean isRatio() {
    return kind == Kind.RATIO;
  }

  boolean signed() {
    return kind == Kind.MONEY || kind == Kind.RATIO || kind == Kind.OPEN;
  }

  long most() {
    return kind == Kind.RATIO ? MOST_RATIO : MOST_YUAN;
  }

  String range() {
    return kind == Kind.RATIO ? "比例的绝对值不超过 1 亿%" : name + "的绝对值不超过 10 万亿";
  }
}
