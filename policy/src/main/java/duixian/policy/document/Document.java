package duixian.policy.document;

import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A literate policy taken apart: its title, every quote, every block.
public record Document(SourceText source, String title, List<Quote> quotes, List<Block> blocks) {
  private static final String FENCE = "```";

  public Document {
    quotes = List.copyOf(quotes);
    blocks = List.copyOf(blocks);
  }

  public static Document parse(SourceText source, List<Diagnostic> diagnostics) {
    return new Reader(source, diagnostics).read();
  }

  /// One pass over the lines. A group of quotes belongs to the blocks below it until the next group
  /// or heading; the quotes of a section also hold for the blocks of its subsections, as the lead
  /// of an article governs its paragraphs.
  private static final class Reader {
    private final SourceText source;
    private final List<Diagnostic> diagnostics;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Section> sections = new ArrayDeque<>();
    private List<Quote> group = new ArrayList<>();
    private boolean groupUsed;
    private String title = "";
    private String clause = "";

    Reader(SourceText source, List<Diagnostic> diagnostics) {
      this.source = source;
      this.diagnostics = diagnostics;
    }

    Document read() {
      for (int line = 1; line <= source.lineCount(); line++) {
        var text = source.lineText(line).strip();
        if (text.startsWith("#")) {
          heading(text);
        } else if (text.startsWith(">")) {
          line = quote(line);
        } else if (text.startsWith(FENCE)) {
          line = fence(line, text.substring(FENCE.length()).strip());
        }
      }
      return new Document(source, title, quotes, blocks);
    }

    private void heading(String text) {
      var level = 0;
      while (level < text.length() && text.charAt(level) == '#') {
        level++;
      }
      clause = text.substring(level).strip();
      if (title.isEmpty() && level == 1) {
        title = clause;
      }
      while (!sections.isEmpty() && sections.peek().level >= level) {
        sections.pop();
      }
      sections.push(new Section(level, new ArrayList<>()));
      group = new ArrayList<>();
      groupUsed = false;
    }

    private int quote(int first) {
      var words = new StringBuilder();
      var last = first;
      for (int line = first; line <= source.lineCount(); line++) {
        var text = source.lineText(line).strip();
        if (!text.startsWith(">")) {
          break;
        }
        words.append(words.isEmpty() ? "" : "\n").append(text.substring(1).strip());
        last = line;
      }
      var span =
          new Span(
              source,
              source.lineStart(first),
              source.lineStart(last) + source.lineText(last).length());
      if (groupUsed) {
        group = new ArrayList<>();
        groupUsed = false;
      }
      var quote = new Quote(clause, words.toString(), span);
      group.add(quote);
      if (!sections.isEmpty()) {
        sections.peek().quotes.add(quote);
      }
      quotes.add(quote);
      return last;
    }

    /// The group directly above, then what the enclosing sections quote.
    private List<Quote> governing() {
      var governing = new ArrayList<>(group);
      sections.stream().skip(1).forEach(section -> governing.addAll(section.quotes));
      return governing;
    }

    private record Section(int level, List<Quote> quotes) {}

    /// A fence that names a language opens a block, so it cannot close the one before it.
    private int fence(int first, String language) {
      var line = first + 1;
      while (line <= source.lineCount() && !isFence(line)) {
        line++;
      }
      var from = source.lineStart(first);
      if (line > source.lineCount() || !source.lineText(line).strip().equals(FENCE)) {
        diagnostics.add(
            Diagnostic.error(
                new Span(source, from, from + source.lineText(first).length()),
                "代码块没有结束",
                "在规则的后面另起一行写 " + FENCE));
        return line - 1;
      }
      if (language.equals("规则")) {
        groupUsed = true;
        var body = new Span(source, source.lineStart(first + 1), source.lineStart(line));
        blocks.add(new Block(clause, governing(), body));
      } else if (language.startsWith("规则") || language.equals("规")) {
        diagnostics.add(
            Diagnostic.error(
                new Span(source, from, from + source.lineText(first).length()),
                "不认识的代码块 “" + language + "”",
                "规则写在 " + FENCE + "规则 和 " + FENCE + " 之间"));
      }
      return line;
    }

    private boolean isFence(int line) {
      return source.lineText(line).strip().startsWith(FENCE);
    }
  }
}
