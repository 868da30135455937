package duixian.policy.syntax;

import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Splits a block into statements by indentation.
public final class StatementReader {
  private final Block block;
  private final List<Diagnostic> diagnostics;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Span> lines = new ArrayList<>();

  private StatementReader(Block block, List<Diagnostic> diagnostics) {
    this.block = block;
    this.diagnostics = diagnostics;
  }

  public static List<Statement> read(Block block, List<Diagnostic> diagnostics) {
    return new StatementReader(block, diagnostics).read();
  }

  private List<Statement> read() {
    var source = block.body().source();
    var margin = -1;
    var inner = -1;
    for (int line = block.body().line(); ; line++) {
      if (line > source.lineCount() || source.lineStart(line) >= block.body().to()) {
        break;
      }
      var span = content(source, line);
      if (span.text().isBlank()) {
        continue;
      }
      var indent = span.from() - source.lineStart(line);
      margin = margin < 0 ? indent : margin;
      if (indent <= margin) {
        finish();
        lines.add(span);
        inner = -1;
      } else if (lines.isEmpty()) {
        error(span, "这一行不属于任何语句", "语句以关键字开头，顶格写：" + keywords());
      } else if (inner < 0 || indent <= inner) {
        inner = inner < 0 ? indent : inner;
        lines.add(span);
      } else {
        lines.set(lines.size() - 1, lines.getLast().to(span));
      }
    }
    finish();
    return statements;
  }

  private void finish() {
    if (!lines.isEmpty()) {
      var statement = statement(lines.getFirst(), lines.subList(1, lines.size()));
      if (statement != null) {
        statements.add(statement);
      }
      lines.clear();
    }
  }

  private @Nullable Statement statement(Span first, List<Span> rest) {
    var text = first.text();
    var end = 0;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && !isColon(text.charAt(end))) {
      end++;
    }
    var keyword = Keyword.of(text.substring(0, end));
    if (keyword == null) {
      error(
          new Span(first.source(), first.from(), first.from() + Math.max(1, end)),
          "不认识的关键字 “" + text.substring(0, end) + "”",
          "语句以这些词之一开头：" + keywords());
      return null;
    }
    var head = trimmed(first.source(), first.from() + end, first.to());
    var colon = keyword == Keyword.EXAMPLE ? -1 : colon(head);
    var value = colon < 0 ? null : trimmed(head.source(), colon + 1, head.to());
    var name = colon < 0 ? head : trimmed(head.source(), head.from(), colon);
    if (name.from() == name.to() && keyword != Keyword.REVISION) {
      error(
          new Span(first.source(), first.from(), first.from() + end),
          "“" + keyword.word() + "”后面没有名称",
          "写成 " + keyword.word() + " 名称");
      return null;
    }
    var entries = new ArrayList<Statement.Entry>();
    for (var line : rest) {
      var entry = entry(line);
      if (keyword.keys().isEmpty() || keyword.keys().contains(entry.name())) {
        entries.add(entry);
      } else {
        error(
            entry.key(),
            keyword.word() + "里没有“" + entry.name() + "”这一项",
            "可以写：" + String.join("、", keyword.keys()));
      }
    }
    return new Statement(keyword, name, value, entries, block);
  }

  private static Statement.Entry entry(Span line) {
    var colon = colon(line);
    return colon < 0
        ? new Statement.Entry(line, new Span(line.source(), line.to(), line.to()))
        : new Statement.Entry(
            trimmed(line.source(), line.from(), colon),
            trimmed(line.source(), colon + 1, line.to()));
  }

  /// The first colon outside brackets, -1 when there is none.
  private static int colon(Span span) {
    var depth = 0;
    for (int i = span.from(); i < span.to(); i++) {
      var c = span.source().text().charAt(i);
      depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
      if (depth == 0 && isColon(c)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isColon(char c) {
    return c == ':' || c == '：';
  }

  /// The line without indentation, comment and trailing blanks.
  private static Span content(SourceText source, int line) {
    var start = source.lineStart(line);
    var text = source.lineText(line);
    var end = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        end = i;
        break;
      }
    }
    return trimmed(source, start, start + end);
  }

  private static Span trimmed(SourceText source, int from, int to) {
    var text = source.text();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return new Span(source, from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
  }

  private void error(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.error(span, message, mend));
  }

  private static String keywords() {
    return Arrays.stream(Keyword.values()).map(Keyword::word).collect(Collectors.joining("、"));
  }
}
