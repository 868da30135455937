package duixian.cli.terminal;

/// How many columns of a terminal a text takes: Chinese characters take two (Unicode UAX #11, wide
/// and full-width).
public final class Width {
  private Width() {}

  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  /// The text, cut with an ellipsis so that it takes at most `columns`.
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    var shown = new StringBuilder();
    var taken = 1;
    for (var c : text.codePoints().toArray()) {
      taken += of(c);
      if (taken > columns) {
        break;
      }
      shown.appendCodePoint(c);
    }
    return shown.append('…').toString();
  }

  private static int of(int c) {
    return c >= 0x1100 && isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
