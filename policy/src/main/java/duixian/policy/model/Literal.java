package duixian.policy.model;

import duixian.policy.source.Span;
import duixian.policy.value.Rational;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number of the law with its id (`二（一）.平台落地奖励.上限`), the clause's words that hold it, and its
/// dated changes.
///
/// `changes` are in order of their first day; before the first of them `value` is in force. `quote`
/// is null where the number is a reading or a neutral zero and so stands in no quote.
public record Literal(
    String id,
    Type type,
    Rational value,
    String text,
    List<Change> changes,
    @Nullable Span quote,
    Span span) {
  public Literal {
    changes = List.copyOf(changes);
  }

  /// From `from` on the number is `value`, by the revision of that name.
  public record Change(LocalDate from, Rational value, String text, String revision) {}

  public Rational valueOn(LocalDate day) {
    var now = value;
    for (var change : changes) {
      if (!day.isBefore(change.from)) {
        now = change.value;
      }
    }
    return now;
  }

  public String textOn(LocalDate day) {
    var now = text;
    for (var change : changes) {
      if (!day.isBefore(change.from)) {
        now = change.text;
      }
    }
    return now;
  }
}
