package duixian.policy.source;

/// A stretch of a text, `from` inclusive, `to` exclusive.
public record Span(SourceText source, int from, int to) {
  public Span {
    if (from < 0 || to < from || to > source.text().length()) {
      throw new IllegalArgumentException("span must lie in the text, was " + from + ".." + to);
    }
  }

  public Span to(Span last) {
    return new Span(source, from, Math.max(to, last.to));
  }

  public String text() {
    return source.text().substring(from, to);
  }

  public int line() {
    return source.line(from);
  }

  /// `file:line:column`.
  public String place() {
    return source.name() + ":" + line() + ":" + source.column(from);
  }

  @Override
  public String toString() {
    return place();
  }
}
