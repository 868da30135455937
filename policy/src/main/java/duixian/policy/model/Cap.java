package duixian.policy.model;

import duixian.policy.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A 限额 across awards. Every expression is checked once for each award of the scope, on that
/// award's object.
public record Cap(
    String name,
    int index,
    String clause,
    List<Scope> scopes,
    @Nullable Literal years,
    Sharing sharing,
    Excess excess,
    List<String> readings,
    Span span) {
  public Cap {
    scopes = List.copyOf(scopes);
    readings = List.copyOf(readings);
  }

  /// How the cap reads on the rows of one award: the same keys and expressions, resolved on its
  /// object.
  public record Scope(
      int award, List<Key> keys, @Nullable Expr applies, @Nullable Expr outside, Expr limit) {}

  /// 分配.
  public sealed interface Sharing {
    /// The row that comes first takes what is left.
    record FirstCome() implements Sharing {}

    /// Every row of the key and year is cut by the same fraction, rounded down.
    record ProRata() implements Sharing {}

    /// A reading chooses; `proRata` is the position of 按比例 among its choices.
    record Chosen(Reading reading, int proRata) implements Sharing {}
  }

  /// 超出时.
  public sealed interface Excess {
    /// 削减: cut to what is left.
    record Cut() implements Excess {}

    /// 不予资助: a row that does not fit whole gets nothing.
    record Refuse() implements Excess {}

    /// A reading chooses; `refuse` is the position of 不予资助 among its choices.
    record Chosen(Reading reading, int refuse) implements Excess {}
  }

  public @Nullable Scope scope(int award) {
    for (var scope : scopes) {
      if (scope.award() == award) {
        return scope;
      }
    }
    return null;
  }
}
