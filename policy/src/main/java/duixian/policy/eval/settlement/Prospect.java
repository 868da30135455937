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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Between what a row may end up that lacks facts, given what came before it. Null is no bound.
public record Prospect(@Nullable Money least, @Nullable Money most) {
  private static final Prospect NOTHING = new Prospect(Money.ZERO, Money.ZERO);
  private static final Between ZERO = new Between(Rational.ZERO, Rational.ZERO);

  /// For a row that nothing but its missing facts stands against.
  static Prospect of(Row row, Evaluation evaluation, Ceilings ceilings) {
    var bounds = new Bounds(evaluation);
    var conditions =
        Stream.concat(Stream.ofNullable(row.award().filter()), row.award().conditions().stream())
            .map(condition -> bounds.of(condition, row.scope()).truth())
            .toList();
    if (conditions.stream().anyMatch(condition -> !condition.mayHold())) {
      return NOTHING;
    }
    var sure = row.day() != null && conditions.stream().noneMatch(Possible.Truth::mayFail);
    var grant = figure(bounds.of(row.award().amount(), row.scope()).numbers(), evaluation);
    for (var rule : ceilings.rules(row.award())) {
      grant = grant.under(new Room(rule, row, bounds, ceilings, evaluation));
    }
    return sure ? grant : new Prospect(Money.ZERO, grant.most);
  }

  /// It pays nothing, whatever the facts: something else stands against it.
  static Prospect nothing() {
    return NOTHING;
  }

  private static Prospect figure(Between figure, Evaluation evaluation) {
    var policy = evaluation.run().policy();
    var least = fen(figure.least(), policy.rounding(), policy.unitFen());
    return new Prospect(
        least == null ? Money.ZERO : least,
        fen(figure.most(), policy.rounding(), policy.unitFen()));
  }

  private static @Nullable Money fen(@Nullable Rational yuan, Rounding rounding, long unit) {
    if (yuan == null) {
      return null;
    }
    try {
      return yuan.signum() <= 0 ? Money.ZERO : new Money(rounding.fen(yuan, unit));
    } catch (ArithmeticException noLong) {
      return null;
    }
  }

  private Prospect under(Room room) {
    var applies = room.applies();
    if (!applies.mayHold()) {
      return this;
    }
    var smallest = room.least();
    var greatest = applies.mayFail() ? null : room.most();
    var capped = greatest == null ? most : most == null ? greatest : most.atMost(greatest);
    if (least == null || smallest == null) {
      return new Prospect(Money.ZERO, capped);
    }
    var mayBeRefused = room.rule().refuses() && (most == null || most.compareTo(smallest) > 0);
    return new Prospect(mayBeRefused ? Money.ZERO : least.atMost(smallest), capped);
  }

  /// What a rule leaves for the row, at least and at most.
  private record Room(Rule rule, Row row, Bounds bounds, Ceilings ceilings, Evaluation evaluation) {
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
        return fen(limit, Rounding.DOWN, 1);
      }
      var outside = outside(keys).least();
      return left(limit, outside == null ? Rational.ZERO : outside, keys);
    }

    private @Nullable Money left(Rational limit, Rational outside, Keys keys) {
      var used = new Money(ceilings.usage(rule, keys.parts()).used()).rational();
      return fen(limit.minus(outside).minus(used), Rounding.DOWN, 1);
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
}
