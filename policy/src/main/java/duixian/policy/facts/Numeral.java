package duixian.policy.facts;

/// A decimal number as files and laws write it: `1200`, `1,234.50`, `1200万元`, `95%`. Reused from
/// cell to cell, so that a million of them make no garbage.
final class Numeral {
  /// No long: the number has more digits than fit, or more decimals than the scale keeps.
  static final long TOO_LARGE = Long.MIN_VALUE;

  static final long TOO_FINE = Long.MIN_VALUE + 1;

  private static final int MOST_DIGITS = 18;
  private static final long TEN_TO_THE_LAST = (long) Math.pow(10, MOST_DIGITS - 1);

  private long mantissa;
  private int exponent;
  private boolean negative;
  private boolean large;
  private boolean percent;
  private int end;

  /// Whether a number stands at the start; what follows it is [#unitFrom].
  boolean scan(CharSequence text) {
    mantissa = 0;
    exponent = 0;
    large = false;
    percent = false;
    end = 0;
    negative = at(text, 0) == '-';
    if (negative || at(text, 0) == '+') {
      end = 1;
    }
    if (!whole(text) || !fraction(text)) {
      return false;
    }
    magnitude(text);
    return true;
  }

  boolean percent() {
    return percent;
  }

  int unitFrom() {
    return end;
  }

  /// The number times 10^`places`, which must be whole: else TOO_LARGE or TOO_FINE.
  long scaled(int places) {
    if (large) {
      return TOO_LARGE;
    }
    var value = mantissa;
    var shift = exponent + places;
    for (; shift > 0 && value != 0; shift--) {
      if (value > Long.MAX_VALUE / 10) {
        return TOO_LARGE;
      }
      value *= 10;
    }
    for (; shift < 0 && value != 0; shift++) {
      if (value % 10 != 0) {
        return TOO_FINE;
      }
      value /= 10;
    }
    return negative ? -value : value;
  }

  /// Digits, in groups of three or in one; kept in locals, for this loop reads most of a file.
  private boolean whole(CharSequence text) {
    var start = end;
    var at = end;
    var group = -1;
    var value = 0L;
    for (var c = at(text, at); isDigit(c) || c == ','; c = at(text, ++at)) {
      if (c != ',') {
        value = appended(value, c);
      } else if (group < 0 ? at == start || at - start > 3 : at - group != 4) {
        return false;
      } else {
        group = at;
      }
    }
    mantissa = value;
    end = at;
    return at > start && (group < 0 || at - group == 4);
  }

  private boolean fraction(CharSequence text) {
    if (at(text, end) != '.') {
      return true;
    }
    var start = end + 1;
    var at = start;
    var value = mantissa;
    for (var c = at(text, at); isDigit(c); c = at(text, ++at)) {
      value = appended(value, c);
    }
    mantissa = value;
    exponent = start - at;
    end = at;
    return at > start;
  }

  private void magnitude(CharSequence text) {
    if (at(text, end) == '万') {
      exponent += 4;
      end++;
    } else if (at(text, end) == '亿') {
      exponent += 8;
      end++;
    } else if (at(text, end) == '%') {
      exponent -= 2;
      percent = true;
      end++;
    }
  }

  private long appended(long value, char digit) {
    if (value >= TEN_TO_THE_LAST) {
      large = true;
      return value;
    }
    return value * 10 + (digit - '0');
  }

  /// The half-width form; NUL behind the end.
  private static char at(CharSequence text, int index) {
    if (index >= text.length()) {
      return '\0';
    }
    var c = text.charAt(index);
    return c == '−' ? '-' : c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
