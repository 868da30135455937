package duixian.policy.columns.plan;

import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that an award's rows use up: a 一次性, a 期限, a 名额, an 上限 or a 限额.
///
/// `slot` is its place among the award's uses, `space` the numbering of its keys (caps share one
/// across awards). A `unique` key is shared by no two rows, so nothing runs. `limit` is in years,
/// places or yuan; `ofYearly` tells that the award's object is yearly; `cap` is the position of the
/// 限额, -1 for the award's own.
public record Use(
    Kind kind,
    String name,
    int slot,
    int space,
    List<Key> keys,
    boolean unique,
    @Nullable Expr limit,
    @Nullable Expr outside,
    @Nullable Expr applies,
    boolean ofYearly,
    int cap) {
  /// In the order in which they are asked.
  public enum Kind {
    TERM,
    CAP_TERM,
    ONCE,
    QUOTA,
    LIMIT,
    CAP;

    public boolean isMoney() {
      return this == LIMIT || this == CAP;
    }
  }

  /// Whether outside money is a sum over the yearly records of the key.
  public boolean isOutside() {
    return outside != null && ofYearly;
  }

  public boolean isYearly() {
    return keys.stream().anyMatch(Key.Year.class::isInstance);
  }
}
