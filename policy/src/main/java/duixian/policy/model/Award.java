package duixian.policy.model;

import duixian.policy.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A 奖补: who may receive what, how often, and up to where.
///
/// `day` decides the year of a record that is not yearly (null: the day of assessment); `order`
/// says who comes first (null: the day). `rowPerYear` is set when the object is not yearly but its
/// figure is: one row for each year that its children have.
public record Award(
    String name,
    int index,
    String clause,
    Entity object,
    @Nullable Expr filter,
    List<Expr> conditions,
    Frequency frequency,
    Expr amount,
    List<Limit> limits,
    @Nullable Quota quota,
    @Nullable Expr day,
    @Nullable Expr order,
    Key payee,
    List<String> evidence,
    List<String> readings,
    boolean rowPerYear,
    Span span) {
  public Award {
    conditions = List.copyOf(conditions);
    limits = List.copyOf(limits);
    evidence = List.copyOf(evidence);
    readings = List.copyOf(readings);
  }

  /// 频次: how often.
  public sealed interface Frequency {
    /// One grant above zero per key.
    record Once(List<Key> keys) implements Frequency {}

    /// Every year; with `years`, at most so many calendar years from the first granted one per key.
    record Yearly(@Nullable Literal years, List<Key> keys) implements Frequency {}
  }

  /// 上限: a running ceiling over this award's rows of a key (the year among the keys when it is
  /// yearly).
  public record Limit(String name, Expr amount, List<Key> keys) {}

  /// 名额: so many eligible rows per key.
  public record Quota(Literal places, List<Key> keys) {}
}
