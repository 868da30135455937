package duixian.policy.syntax;

import duixian.policy.document.Block;
import duixian.policy.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as it is written: keyword, the rest of its first line, and its indented lines.
///
/// `head` is the text behind the keyword; where the first line has a colon outside brackets, `head`
/// ends before it and `value` is what follows. A line indented deeper than the statement's first
/// line continues the line above it.
public record Statement(
    Keyword keyword, Span head, @Nullable Span value, List<Entry> entries, Block block) {
  public Statement {
    entries = List.copyOf(entries);
  }

  /// `键：值`. A line without a colon has its words as key and an empty value.
  ///
  /// `name` is the key that is meant: a misspelt one is reported and read as the nearest.
  public record Entry(String name, Span key, Span value) {
    /// The value without comments, on one line.
    public String words() {
      return Words.text(value);
    }
  }

  public String name() {
    return Words.text(head);
  }

  public List<Entry> entries(String key) {
    return entries.stream().filter(e -> e.name().equals(key)).toList();
  }
}
