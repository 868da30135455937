package duixian.policy.columns.plan;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import org.jspecify.annotations.Nullable;

/// A value that a pass of its own computes before the awards run: 计数, 合计, 首次, 最早.
///
/// `site` is the entity whose records the pass visits, `owner` the one that has the value (null:
/// one value for the whole policy). The value has a cell per record of the owner, per year when
/// `byYear`, per epoch when `byEpoch`.
public record Derived(
    int index, Expr expr, Entity site, @Nullable Entity owner, boolean byYear, boolean byEpoch) {}
