package duixian.policy.syntax;

import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands at a digit: a number with its unit as the law writes it, a day, or a name such as
/// 5G应用.
///
/// Linear in the text: the digits are bounded and nothing is tried twice.
sealed interface NumberText {
  int MOST_DIGITS = 30;
  String RANGE = "-–—－−~～至到";
  List<String> MULTIPLIERS = List.of("", "万亿", "千万", "百万", "亿", "万", "千", "百");

  int end();

  /// A name that begins with digits.
  record Word(int end) implements NumberText {}

  /// 2021年1月1日, not yet known to be a real day.
  record Date(int year, int month, int day, int end) implements NumberText {}

  /// 1：1.
  record Ratio(Rational left, Rational right, int end) implements NumberText {}

  /// 20%; `value` is 20.
  record Percent(Rational value, int end) implements NumberText {}

  /// 200万元, 3万次, 1.5亿; in the base unit.
  record Amount(Rational value, Dimension dimension, int end) implements NumberText {}

  /// A number with an error.
  record Wrong(String message, String mend, int end) implements NumberText {}

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  static NumberText at(String text, int from, int to) {
    var whole = digits(text, from, to);
    var next = charAt(text, whole, to);
    if (isLatin(next) && charAt(text, whole + 1, to) != '²') {
      return new Word(whole);
    }
    if (whole - from > MOST_DIGITS) {
      return new Wrong("这个数有 " + (whole - from) + " 位，太长", "检查是否多写了", whole);
    }
    if (next == '年' && whole - from == 4) {
      var date = date(text, from, whole, to);
      if (date != null) {
        return date;
      }
    }
    if ((next == ':' || next == '：') && isDigit(charAt(text, whole + 1, to))) {
      var end = digits(text, whole + 1, to);
      return end - whole > MOST_DIGITS
          ? new Wrong("这个数太长", "检查是否多写了", end)
          : new Ratio(value(text, from, whole), value(text, whole + 1, end), end);
    }
    var end = whole;
    if (next == '.' && isDigit(charAt(text, whole + 1, to))) {
      end = digits(text, whole + 1, to);
      if (end - whole > MOST_DIGITS) {
        return new Wrong("小数位太多", "检查是否多写了", end);
      }
    }
    var value = value(text, from, end);
    var behind = charAt(text, end, to);
    if (behind == '%' || behind == '％') {
      return new Percent(value, end + 1);
    }
    if (isGrouped(text, from, end, to)) {
      var last = unitEnd(text, digits(text, end + 1, to), to);
      return new Wrong(
          "数字里不写逗号", "写成 " + text.substring(from, end) + text.substring(end + 1, last), last);
    }
    if (RANGE.indexOf(behind) >= 0 && isDigit(charAt(text, end + 1, to))) {
      return new Wrong(
          "“" + text.substring(from, digits(text, end + 1, to)) + "”像一个范围",
          "范围写成两个比较，如 甲 不低于 1家 且 甲 不超过 2家；相减在减号两边留空格",
          unitEnd(text, digits(text, end + 1, to), to));
    }
    return amount(text, value, end, to);
  }

  private static NumberText amount(String text, Rational value, int from, int to) {
    var end = unitEnd(text, from, to);
    var letters = text.substring(from, end);
    for (var multiplier : MULTIPLIERS) {
      if (letters.startsWith(multiplier)) {
        var factor = Units.multiplier(multiplier);
        var unit = letters.substring(multiplier.length());
        var dimension = unit.isEmpty() ? Dimension.COUNT : Units.dimension(unit);
        if (factor != null && dimension != null) {
          return new Amount(value.times(factor), dimension, end);
        }
        var known = Units.prefix(unit, 0);
        if (factor != null && Relations.isAmbiguous(unit.substring(known.length()))) {
          var counted = known.isEmpty() ? Dimension.COUNT : Units.dimension(known);
          if (counted != null) {
            return new Amount(
                value.times(factor), counted, from + multiplier.length() + known.length());
          }
        }
      }
    }
    return unknownUnit(letters, end);
  }

  private static NumberText unknownUnit(String letters, int end) {
    var longest = "";
    for (var multiplier : MULTIPLIERS) {
      var unit = letters.startsWith(multiplier) ? Units.prefix(letters, multiplier.length()) : "";
      if (!unit.isEmpty() && multiplier.length() + unit.length() > longest.length()) {
        longest = multiplier + unit;
      }
    }
    var shown = letters.length() > 20 ? letters.substring(0, 20) + "…" : letters;
    return longest.isEmpty() || letters.charAt(longest.length()) == '/'
        ? new Wrong("不认识的单位 “" + shown + "”", "数字后面可以写：" + Units.known(), end)
        : new Wrong(
            "不认识的单位 “" + shown + "”", "“" + longest + "”的后面要有空格，或单位只写“" + longest + "”", end);
  }

  private static @Nullable Date date(String text, int from, int year, int to) {
    var month = digits(text, year + 1, to);
    if (charAt(text, month, to) != '月' || !isShort(month - year - 1)) {
      return null;
    }
    var day = digits(text, month + 1, to);
    if (charAt(text, day, to) != '日' || !isShort(day - month - 1)) {
      return null;
    }
    return new Date(
        Integer.parseInt(text, from, year, 10),
        Integer.parseInt(text, year + 1, month, 10),
        Integer.parseInt(text, month + 1, day, 10),
        day + 1);
  }

  private static boolean isShort(int digits) {
    return digits == 1 || digits == 2;
  }

  /// `1,500万元`: a comma and three digits glued to it, with a unit behind.
  private static boolean isGrouped(String text, int from, int end, int to) {
    var comma = charAt(text, end, to);
    if ((comma != ',' && comma != '，') || end - from > 3) {
      return false;
    }
    var group = digits(text, end + 1, to);
    return group - end - 1 == 3 && unitEnd(text, group, to) > group;
  }

  private static int unitEnd(String text, int from, int to) {
    var end = from;
    while (end < to
        && (isUnit(text.charAt(end))
            || (text.charAt(end) == '/' && end > from && isUnit(charAt(text, end + 1, to))))) {
      end++;
    }
    return end;
  }

  private static boolean isUnit(char c) {
    return c != '的' && (Character.isLetter(c) || c == '㎡' || c == '²');
  }

  private static boolean isLatin(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static int digits(String text, int from, int to) {
    var end = from;
    while (end < to && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Rational value(String text, int from, int to) {
    return Rational.of(new BigDecimal(text.substring(from, to)));
  }

  private static char charAt(String text, int at, int to) {
    return at < to ? text.charAt(at) : ' ';
  }
}
