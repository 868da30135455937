package duixian.policy.law;

import duixian.policy.syntax.Units;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number that the law's words hold, however they write it: 200万元, 1,500万元, 20%, 百分之二十, 三成, 三年,
/// 1：1, 1-2家.
///
/// `dimension` is null where no known unit follows. `from` and `to` are offsets in the text that
/// was scanned.
public record QuotedNumber(Rational value, @Nullable Dimension dimension, int from, int to) {
  private static final String DIGITS = "零〇一二两三四五六七八九";
  private static final int[] VALUES = {0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9};

  /// No number of a block is longer, so none of these can be meant.
  private static final int LONGEST = 40;

  /// 二〇二一 is read digit by digit, up to nine of them.
  private static final long MOST_DIGIT = 999_999_999;

  private static final Pattern ARABIC =
      Pattern.compile(
          "([0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+(?:\\.[0-9０-９]+)?)"
              + "(?:\\s*(?:-|–|—|－|~|～|至|到)\\s*([0-9０-９]+(?:\\.[0-9０-９]+)?))?"
              + "\\s*(?:([%％])|[:：]([0-9０-９]+)|(万亿|千万|百万|亿|万)?)");
  private static final Pattern CHINESE =
      Pattern.compile("(百分之|[一二三四五六七八九十]+分之)?([零〇一二两三四五六七八九十百千万亿]+)(成)?");

  /// Every number of a text, in order.
  public static List<QuotedNumber> scan(String text) {
    var found = new ArrayList<QuotedNumber>();
    var arabic = ARABIC.matcher(text);
    while (arabic.find()) {
      arabic(text, arabic, found);
    }
    var chinese = CHINESE.matcher(text);
    while (chinese.find()) {
      chinese(text, chinese, found);
    }
    return found;
  }

  /// Whether a number of a block is this one: equal values, and units that do not contradict each
  /// other.
  public boolean is(Rational other, Dimension unit) {
    if (!value.equals(other)) {
      return false;
    }
    if (unit.equals(Dimension.RATIO)) {
      return dimension == null || dimension.equals(Dimension.RATIO);
    }
    if (dimension == null || unit.open()) {
      return dimension == null || !dimension.equals(Dimension.RATIO);
    }
    return unit.powers().keySet().containsAll(dimension.powers().keySet())
        && !dimension.equals(Dimension.RATIO);
  }

  private static void arabic(String text, Matcher at, List<QuotedNumber> found) {
    if (at.end() - at.start() > LONGEST) {
      return;
    }
    var first = Rational.of(new BigDecimal(at.group(1).replaceAll("[,，]", "")));
    var from = at.start();
    var to = at.end();
    if (at.group(3) != null) {
      var hundred = Rational.of(100);
      found.add(new QuotedNumber(first.per(hundred), Dimension.RATIO, from, to));
      if (at.group(2) != null) {
        var second = Rational.of(new BigDecimal(at.group(2))).per(hundred);
        found.add(new QuotedNumber(second, Dimension.RATIO, from, to));
      }
      return;
    }
    if (at.group(4) != null) {
      var right = Rational.of(new BigDecimal(at.group(4)));
      if (right.signum() != 0) {
        found.add(new QuotedNumber(first.per(right), Dimension.RATIO, from, to));
      }
      return;
    }
    var factor = factor(at.group(5));
    var unit = Units.prefix(text, to);
    var dimension = unit.isEmpty() ? null : Units.dimension(unit);
    var end = to + unit.length();
    found.add(new QuotedNumber(first.times(factor), dimension, from, end));
    if (at.group(2) != null) {
      var second = Rational.of(new BigDecimal(at.group(2))).times(factor);
      found.add(new QuotedNumber(second, dimension, from, end));
    }
  }

  private static void chinese(String text, Matcher at, List<QuotedNumber> found) {
    var value = chineseValue(at.group(2));
    if (value == null) {
      return;
    }
    var below = at.group(1);
    if (below != null) {
      var whole =
          below.equals("百分之")
              ? BigInteger.valueOf(100)
              : chineseValue(below.substring(0, below.indexOf('分')));
      if (whole != null && whole.signum() != 0) {
        found.add(
            new QuotedNumber(new Rational(value, whole), Dimension.RATIO, at.start(), at.end()));
      }
      return;
    }
    if (at.group(3) != null) {
      found.add(
          new QuotedNumber(
              new Rational(value, BigInteger.TEN), Dimension.RATIO, at.start(), at.end()));
      return;
    }
    var unit = Units.prefix(text, at.end());
    if (!unit.isEmpty() && !text.startsWith("一次性", at.start())) {
      var dimension = Units.dimension(unit);
      found.add(
          new QuotedNumber(
              new Rational(value, BigInteger.ONE),
              dimension,
              at.start(),
              at.end() + unit.length()));
    }
  }

  private static Rational factor(@Nullable String word) {
    var factor = Units.multiplier(word == null ? "" : word);
    return factor == null ? Rational.ONE : factor;
  }

  /// 五百, 二千三百, 十二, 一亿, 二〇二一; null for what is no number, such as a lone 万.
  private static @Nullable BigInteger chineseValue(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    var total = BigInteger.ZERO;
    long section = 0;
    long digit = -1;
    for (int i = 0; i < text.length(); i++) {
      var index = DIGITS.indexOf(text.charAt(i));
      if (index >= 0) {
        digit = digit <= 0 ? VALUES[index] : digit * 10 + VALUES[index];
        if (digit > MOST_DIGIT) {
          return null;
        }
        continue;
      }
      long unit = unit(text.charAt(i));
      if (unit < 10_000) {
        if (digit < 0 && (unit != 10 || section != 0)) {
          return null;
        }
        section += (digit < 0 ? 1 : digit) * unit;
      } else {
        section += Math.max(digit, 0);
        total = total.add(BigInteger.valueOf(section));
        if (total.signum() == 0) {
          return null;
        }
        total = total.multiply(BigInteger.valueOf(unit));
        section = 0;
      }
      digit = -1;
    }
    return total.add(BigInteger.valueOf(section + Math.max(digit, 0)));
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      default -> 100_000_000L;
    };
  }
}
