package duixian.policy.eval.expression;

import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.value.Rational;
import java.util.List;
import java.util.function.Supplier;

/// Exact arithmetic and comparison on values; what cannot be computed stays explained.
final class Numbers {
  private Numbers() {}

  /// `divisor` says where a zero divisor stands.
  static Value arithmetic(
      Expr.Operator operator, Value left, Value right, Supplier<String> divisor) {
    var obstacle = Value.obstacle(left, right);
    if (obstacle != null) {
      return obstacle;
    }
    var a = number(left);
    var b = number(right);
    return switch (operator) {
      case PLUS -> new Value.Amount(a.plus(b));
      case MINUS -> new Value.Amount(a.minus(b));
      case TIMES -> new Value.Amount(a.times(b));
      case PER ->
          b.signum() == 0 ? Value.unusable(divisor.get(), "为零，不能作除数") : new Value.Amount(a.per(b));
    };
  }

  static Value compare(Relation relation, Value left, Value right) {
    var obstacle = Value.obstacle(left, right);
    return obstacle != null ? obstacle : Value.flag(relation.holds(order(left, right)));
  }

  static Value extreme(boolean least, List<Value> values) {
    var best = values.getFirst();
    for (var value : values) {
      var order = order(value, best);
      if (least ? order < 0 : order > 0) {
        best = value;
      }
    }
    return best;
  }

  static Rational number(Value value) {
    return switch (value) {
      case Value.Amount(var number) -> number;
      case Value other -> throw new IllegalStateException("expected a number, was " + other);
    };
  }

  /// Words, flags and references are only ever equal or unequal.
  private static int order(Value left, Value right) {
    if (left instanceof Value.Amount(var a) && right instanceof Value.Amount(var b)) {
      return a.compareTo(b);
    }
    if (left instanceof Value.Day(var a) && right instanceof Value.Day(var b)) {
      return Long.compare(a, b);
    }
    return left.equals(right) ? 0 : 1;
  }
}
