package duixian.policy.eval.settlement;

import duixian.policy.eval.bounds.Bounds;
import duixian.policy.eval.bounds.Possible;
import duixian.policy.eval.bounds.Possible.Between;
import duixian.policy.eval.claim.Keys;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.model.Expr;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import duixian.policy.value.Rounding;
import org.jspecify.annotations.Nullable;

/// What a rule leaves for a row that lacks facts, at least and at most. A row that has no place in
/// the order yet may come before all that used the rule: `placed` says whether their use counts.
record Room(
    Rule rule, Row row, boolean placed, Bounds bounds, Ceilings ceilings, Evaluation evaluation) {
  private static final Between ZERO = new Between(Rational.ZERO, Rational.ZERO);

  Possible.Truth applies() {
    return rule.applies() == null
        ? new Possible.Truth(true, false)
        : bounds.of(rule.applies(), row.scope()).truth();
  }

  /// Null when the rule may leave nothing: the key is open, or the rows of the year share.
  @Nullable Money least() {
    var keys = Keys.of(rule.keys(), row.scope(), evaluation);
    var limit = bounds.of(rule.limit(), row.scope()).numbers().least();
    if (keys.obstacle() != null || rule.proRata() || limit == null) {
      return null;
    }
    var outside = outside(keys).most();
    return outside == null ? null : left(limit, outside, keys);
  }

  @Nullable Money most() {
    var limit = bounds.of(rule.limit(), row.scope()).numbers().most();
    if (limit == null) {
      return null;
    }
    var keys = Keys.of(rule.keys(), row.scope(), evaluation);
    if (keys.obstacle() != null) {
      return Prospect.fen(limit, Rounding.DOWN, 1);
    }
    var outside = outside(keys).least();
    return left(limit, outside == null ? Rational.ZERO : outside, keys);
  }

  private @Nullable Money left(Rational limit, Rational outside, Keys keys) {
    var used =
        placed ? new Money(ceilings.usage(rule, keys.parts()).used()).rational() : Rational.ZERO;
    return Prospect.fen(limit.minus(outside).minus(used), Rounding.DOWN, 1);
  }

  private Between outside(Keys keys) {
    var expr = rule.outside();
    return expr == null
        ? ZERO
        : ceilings.outside(rule, row, keys.parts()).stream()
            .map(scope -> at(expr, scope))
            .reduce(ZERO, Room::plus);
  }

  private Between at(Expr expr, Scope scope) {
    return bounds.of(expr, scope).numbers();
  }

  private static Between plus(Between a, Between b) {
    return a.plus(b);
  }
}
