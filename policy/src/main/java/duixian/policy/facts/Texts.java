package duixian.policy.facts;

/// Cells as text: the blanks around them and how a sentence shows them.
final class Texts {
  static final int LONGEST_NAME = 200;
  private static final int SHOWN = 40;

  private Texts() {}

  static CharSequence trimmed(CharSequence text) {
    var from = 0;
    var to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.subSequence(from, to);
  }

  /// Faster than `contentEquals` on texts that are no Strings, and most cells are none.
  static boolean same(String one, CharSequence other) {
    var length = one.length();
    if (other.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (one.charAt(i) != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The text in quotation marks, short enough for one sentence and harmless on a terminal.
  static String quoted(CharSequence text) {
    var shown = new StringBuilder("“");
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      var c = text.charAt(i);
      shown.append(Character.isISOControl(c) ? '·' : c);
    }
    return shown.append(text.length() > SHOWN ? "…”" : "”").toString();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '　' || c == '\u00A0' || c == '\uFEFF';
  }
}
