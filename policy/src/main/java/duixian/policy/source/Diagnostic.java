package duixian.policy.source;

/// What is wrong with a policy: where, what, and what to write instead, in Chinese.
public record Diagnostic(Severity severity, Span span, String message, String mend) {
  private static final int LONGEST = 200;
  private static final int AROUND = 100;

  /// An error stops the run; a warning and a note do not.
  public enum Severity {
    ERROR("错误"),
    WARNING("警告"),
    NOTE("提示");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static Diagnostic error(Span span, String message, String mend) {
    return new Diagnostic(Severity.ERROR, span, message, mend);
  }

  public static Diagnostic warning(Span span, String message, String mend) {
    return new Diagnostic(Severity.WARNING, span, message, mend);
  }

  public static Diagnostic note(Span span, String message, String mend) {
    return new Diagnostic(Severity.NOTE, span, message, mend);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// Place and message, the line, the underline (as wide as the text above it on a terminal), the
  /// mend. Of a very long line only what lies around the place is shown.
  public String render() {
    var line = span.line();
    var number = Integer.toString(line);
    var text = span.source().lineText(line);
    var column = Math.min(span.source().column(span.from()) - 1, text.length());
    var end = Math.min(text.length(), column + Math.min(LONGEST, span.to() - span.from()));
    var shown = Math.max(0, column - AROUND);
    var until = Math.min(text.length(), Math.max(end, column) + AROUND);
    var before = (shown > 0 ? "…" : "") + text.substring(shown, column);
    var under = text.substring(column, Math.max(column, end));
    var behind = text.substring(Math.max(column, end), until) + (until < text.length() ? "…" : "");
    var head = span.place() + ": " + (isError() ? "" : severity.word() + "：") + message;
    var body =
        (head + "\n")
            + (number + " | " + before + under + behind + "\n")
            + (" ".repeat(number.length()) + " | " + blank(before))
            + "^".repeat(Math.max(1, width(under)));
    return mend.isEmpty() ? body : body + "\n" + mend;
  }

  /// As wide as the text; a tab stays one, since a terminal decides how wide it is.
  private static String blank(String text) {
    var blank = new StringBuilder();
    text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(width(c))));
    return blank.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(Diagnostic::width).sum();
  }

  private static int width(int c) {
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
