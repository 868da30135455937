package duixian.policy.syntax;

import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.List;

/// What a stretch of a block says without its comments. A value may run over several lines, each
/// with a comment of its own, so nothing reads [Span#text()] of a value.
///
/// A comment is a `#` at the start of a line or behind a blank, up to the end of the line.
public final class Words {
  private Words() {}

  /// The words with one blank where blanks, line ends and comments stand.
  public static String text(Span span) {
    var text = span.source().text();
    var words = new StringBuilder(span.to() - span.from());
    for (int at = skip(text, span.from(), span.to()); at < span.to(); ) {
      words.append(text.charAt(at++));
      var next = skip(text, at, span.to());
      if (next > at && next < span.to()) {
        words.append(' ');
      }
      at = next;
    }
    return words.toString();
  }

  /// The non-empty stretches between separators, without the blanks and comments around them.
  public static List<Span> parts(Span span, String separators) {
    var text = span.source().text();
    var parts = new ArrayList<Span>();
    var first = -1;
    var last = -1;
    for (int at = skip(text, span.from(), span.to());
        at < span.to();
        at = skip(text, at + 1, span.to())) {
      if (separators.indexOf(text.charAt(at)) >= 0) {
        add(parts, span.source(), first, last);
        first = -1;
      } else {
        first = first < 0 ? at : first;
        last = at + 1;
      }
    }
    add(parts, span.source(), first, last);
    return parts;
  }

  /// The stretches between blanks and comments.
  public static List<Span> words(Span span) {
    var text = span.source().text();
    var words = new ArrayList<Span>();
    for (int at = skip(text, span.from(), span.to()); at < span.to(); ) {
      var end = wordEnd(text, at, span.to());
      words.add(new Span(span.source(), at, end));
      at = skip(text, end, span.to());
    }
    return words;
  }

  /// The same words without blanks and comments before and behind them.
  public static Span trimmed(SourceText source, int from, int to) {
    var parts = parts(new Span(source, from, to), "");
    return parts.isEmpty() ? new Span(source, to, to) : parts.getFirst();
  }

  private static int wordEnd(String text, int from, int to) {
    var at = from;
    while (at < to && !isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The first place from `at` on that is neither blank nor comment; `to` when there is none.
  static int skip(String text, int at, int to) {
    while (at < to && (isBlank(text.charAt(at)) || isComment(text, at))) {
      at = isBlank(text.charAt(at)) ? at + 1 : lineEnd(text, at, to);
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
  }

  private static boolean isComment(String text, int at) {
    return text.charAt(at) == '#' && (at == 0 || isBlank(text.charAt(at - 1)));
  }

  private static int lineEnd(String text, int at, int to) {
    var end = text.indexOf('\n', at);
    return end < 0 ? to : Math.min(end, to);
  }

  private static void add(List<Span> parts, SourceText source, int first, int last) {
    if (first >= 0) {
      parts.add(new Span(source, first, last));
    }
  }
}
