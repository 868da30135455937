package duixian.policy.eval.claim;

import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Award;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One award on one object in one year, before it is judged. `day` is null while its date is
/// missing; `filter` is never false (such an object has no row); `order` is an epoch day.
public record Row(
    Award award,
    int object,
    int root,
    boolean yearly,
    Scope scope,
    @Nullable LocalDate day,
    Value filter,
    Value date,
    Value order) {
  public int year() {
    return scope.year();
  }

  /// The same row as if it fell into another year.
  public Row in(Scope other) {
    return new Row(award, object, root, yearly, other, day, filter, date, order);
  }

  /// Where the row stands in its year; a row without a place stands last, and takes nothing.
  public long place() {
    return order instanceof Value.Day(var epochDay) ? epochDay : Long.MAX_VALUE;
  }
}
