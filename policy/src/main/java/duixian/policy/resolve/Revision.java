package duixian.policy.resolve;

import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import java.time.LocalDate;

/// One line of a 修订: from a day on, `before` becomes `after` in the literal that `target` names.
public final class Revision {
  private final String name;
  private final LocalDate from;
  private final String target;
  private final Node.Numeral before;
  private final Node.Numeral after;
  private final Span span;
  private boolean taken;

  public Revision(
      String name,
      LocalDate from,
      String target,
      Node.Numeral before,
      Node.Numeral after,
      Span span) {
    this.name = name;
    this.from = from;
    this.target = target;
    this.before = before;
    this.after = after;
    this.span = span;
  }

  String name() {
    return name;
  }

  LocalDate from() {
    return from;
  }

  String target() {
    return target;
  }

  Node.Numeral before() {
    return before;
  }

  Node.Numeral after() {
    return after;
  }

  Span span() {
    return span;
  }

  boolean taken() {
    return taken;
  }

  void take() {
    taken = true;
  }

  /// Whether `id` is the target: `statement.key`, with the clause before it or without.
  boolean touches(String id) {
    return target.equals(id);
  }
}
