package duixian.policy.syntax;

import duixian.policy.document.Block;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Nearest;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Splits a block into statements by indentation. A tab is as wide as four blanks, a full-width
/// blank as two.
public final class StatementReader {
  private final Block block;
  private final List<Diagnostic> diagnostics;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Span> lines = new ArrayList<>();
  private @Nullable Keyword keyword;

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
    for (int line = block.body().line();
        line <= source.lineCount() && source.lineStart(line) < block.body().to();
        line++) {
      var start = source.lineStart(line);
      var span = Words.trimmed(source, start, start + source.lineText(line).length());
      if (span.from() == span.to()) {
        continue;
      }
      var indent = width(source.text(), start, span.from());
      margin = margin < 0 ? indent : margin;
      if (indent <= margin) {
        finish();
        begin(span);
        inner = -1;
      } else if (lines.isEmpty()) {
        error(span, "这一行不属于任何语句", "语句以关键字开头，顶格写：" + keywords());
      } else if (inner < 0 || indent <= inner) {
        inner = inner < 0 ? indent : inner;
        lines.add(span);
      } else {
        continued(span);
      }
    }
    finish();
    return statements;
  }

  /// A deeper line continues the one above it; one that looks like a line of its own was indented
  /// by mistake.
  private void continued(Span span) {
    var key = entry(span).name();
    if (keyword != null && keyword.keys().contains(key)) {
      error(span, "“" + key + "”缩进多了，会接到上一行的后面", "与上一行对齐");
    } else {
      lines.set(lines.size() - 1, lines.getLast().to(span));
    }
  }

  private static int width(String text, int from, int to) {
    var width = 0;
    for (int i = from; i < to; i++) {
      width += text.charAt(i) == '\t' ? 4 : text.charAt(i) == '\u3000' ? 2 : 1;
    }
    return width;
  }

  /// A misspelt keyword is read as the one that it most likely is, so that the statement is checked
  /// all the same.
  private void begin(Span first) {
    lines.add(first);
    var word = firstWord(first);
    keyword = Keyword.of(word.text());
    if (keyword == null) {
      var isKey = Keyword.isKey(word.text());
      var nearest = isKey ? null : Nearest.to(word.text(), keywordWords());
      keyword = nearest == null ? null : Keyword.of(nearest);
      var shown = word.text().length() > 20 ? word.text().substring(0, 20) + "…" : word.text();
      if (isKey) {
        error(word, "“" + word.text() + "”不属于任何语句", "先顶格写语句，如 奖补 名称，再缩进写 键：值");
        return;
      }
      error(
          word,
          "不认识的关键字 “" + shown + "”",
          nearest == null ? "语句以这些词之一开头：" + keywords() : "是不是 “" + nearest + "”？");
    }
  }

  private void finish() {
    if (!lines.isEmpty() && keyword != null) {
      var statement = statement(keyword, lines.getFirst(), lines.subList(1, lines.size()));
      if (statement != null) {
        statements.add(statement);
      }
    }
    lines.clear();
  }

  private @Nullable Statement statement(Keyword keyword, Span first, List<Span> rest) {
    var word = firstWord(first);
    var head = Words.trimmed(first.source(), word.to(), first.to());
    var colon = keyword == Keyword.EXAMPLE ? -1 : colon(head);
    var value = colon < 0 ? null : Words.trimmed(head.source(), colon + 1, head.to());
    var name = colon < 0 ? head : Words.trimmed(head.source(), head.from(), colon);
    if (name.from() == name.to() && keyword != Keyword.REVISION) {
      error(word, "“" + keyword.word() + "”后面没有名称", "写成 " + keyword.word() + " 名称");
      return null;
    }
    if (value != null && !keyword.hasValue()) {
      error(
          value.from() == value.to() ? name : value, keyword.word() + "的名称后面不写“：”", "另起一行，缩进写 键：值");
    }
    var entries = new ArrayList<Statement.Entry>();
    for (var line : rest) {
      var entry = entry(line);
      entries.add(
          keyword.keys().isEmpty() || keyword.keys().contains(entry.name())
              ? entry
              : misspelt(keyword, entry));
    }
    return new Statement(keyword, name, value, entries, block);
  }

  /// The entry that was most likely meant, so that what it says is checked all the same.
  private Statement.Entry misspelt(Keyword keyword, Statement.Entry entry) {
    var source = entry.key().source();
    for (var key : keyword.keys()) {
      if (entry.name().startsWith(key) && entry.value().from() == entry.value().to()) {
        error(entry.key(), "“" + key + "”的后面要有冒号", "写成 " + key + "：…");
        var from = entry.key().from() + key.length();
        return new Statement.Entry(
            key,
            new Span(source, entry.key().from(), from),
            Words.trimmed(source, from, entry.key().to()));
      }
    }
    var nearest = Nearest.to(entry.name(), keyword.keys());
    error(
        entry.key(),
        keyword.word() + "里没有“" + entry.name() + "”这一项",
        (nearest == null ? "" : "是不是 “" + nearest + "”？")
            + "可以写："
            + String.join("、", keyword.keys()));
    return new Statement.Entry(
        nearest == null ? entry.name() : nearest, entry.key(), entry.value());
  }

  private static Span firstWord(Span line) {
    var text = line.source().text();
    var end = line.from();
    while (end < line.to() && !Words.isBlank(text.charAt(end)) && !isColon(text.charAt(end))) {
      end++;
    }
    return new Span(
        line.source(), line.from(), Math.max(end, Math.min(line.from() + 1, line.to())));
  }

  private static Statement.Entry entry(Span line) {
    var colon = colon(line);
    var key = colon < 0 ? line : Words.trimmed(line.source(), line.from(), colon);
    var value =
        colon < 0
            ? new Span(line.source(), line.to(), line.to())
            : Words.trimmed(line.source(), colon + 1, line.to());
    return new Statement.Entry(Words.text(key), key, value);
  }

  /// The first colon outside brackets, -1 when there is none.
  private static int colon(Span span) {
    var text = span.source().text();
    var depth = 0;
    for (int i = Words.skip(text, span.from(), span.to());
        i < span.to();
        i = Words.skip(text, i + 1, span.to())) {
      var c = text.charAt(i);
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

  private void error(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.error(span, message, mend));
  }

  private static String keywords() {
    return String.join("、", keywordWords());
  }

  private static List<String> keywordWords() {
    return Arrays.stream(Keyword.values()).map(Keyword::word).collect(Collectors.toList());
  }
}
