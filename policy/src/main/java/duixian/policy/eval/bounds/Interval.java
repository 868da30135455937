package duixian.policy.eval.bounds;

import duixian.policy.eval.bounds.Possible.Between;
import duixian.policy.eval.bounds.Possible.Truth;
import duixian.policy.model.Expr.Operator;
import duixian.policy.model.Expr.Relation;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arithmetic on bounds; null is no bound. Always wide enough, not always tight.
final class Interval {
  static final Between ZERO = new Between(Rational.ZERO, Rational.ZERO);

  private Interval() {}

  static Between apply(Operator operator, Between a, Between b) {
    return switch (operator) {
      case PLUS -> a.plus(b);
      case MINUS -> a.plus(negated(b));
      case TIMES -> times(a, b);
      case PER -> per(a, b);
    };
  }

  static Truth compare(Relation relation, Between a, Between b) {
    return switch (relation) {
      case LESS -> less(a, b, false);
      case AT_MOST -> less(a, b, true);
      case MORE -> less(b, a, false);
      case AT_LEAST -> less(b, a, true);
      case EQUAL -> equal(a, b);
      case UNEQUAL -> equal(a, b).negated();
    };
  }

  /// The least or the greatest of several.
  static Between extreme(boolean least, Between a, Between b) {
    return least
        ? new Between(
            Possible.bound(a.least(), b.least(), Rational::min), smaller(a.most(), b.most()))
        : new Between(
            greater(a.least(), b.least()), Possible.bound(a.most(), b.most(), Rational::max));
  }

  private static @Nullable Rational smaller(@Nullable Rational a, @Nullable Rational b) {
    return a == null ? b : b == null ? a : a.min(b);
  }

  private static @Nullable Rational greater(@Nullable Rational a, @Nullable Rational b) {
    return a == null ? b : b == null ? a : a.max(b);
  }

  private static Between negated(Between a) {
    return new Between(
        a.most() == null ? null : a.most().negated(),
        a.least() == null ? null : a.least().negated());
  }

  private static Between times(Between a, Between b) {
    if (isZero(a) || isZero(b)) {
      return ZERO;
    }
    if (isNotNegative(a) && isNotNegative(b)) {
      return new Between(
          Possible.bound(a.least(), b.least(), Rational::times),
          Possible.bound(a.most(), b.most(), Rational::times));
    }
    var corners = new ArrayList<Rational>();
    for (var x : ends(a)) {
      for (var y : ends(b)) {
        if (x == null || y == null) {
          return new Between(null, null);
        }
        corners.add(x.times(y));
      }
    }
    return new Between(
        corners.stream().reduce(Rational::min).orElseThrow(),
        corners.stream().reduce(Rational::max).orElseThrow());
  }

  private static Between per(Between a, Between b) {
    if (b.least() != null && b.least().signum() > 0) {
      var inverse =
          new Between(
              b.most() == null ? Rational.ZERO : Rational.ONE.per(b.most()),
              Rational.ONE.per(b.least()));
      return times(a, inverse);
    }
    return isNotNegative(a) && isNotNegative(b)
        ? new Between(Rational.ZERO, null)
        : new Between(null, null);
  }

  private static List<@Nullable Rational> ends(Between a) {
    var ends = new ArrayList<@Nullable Rational>();
    ends.add(a.least());
    ends.add(a.most());
    return ends;
  }

  private static boolean isZero(Between a) {
    return ZERO.equals(a);
  }

  private static boolean isNotNegative(Between a) {
    return a.least() != null && a.least().signum() >= 0;
  }

  private static Truth less(Between a, Between b, boolean orEqual) {
    var mayHold = a.least() == null || b.most() == null || below(a.least(), b.most(), orEqual);
    var mayFail = a.most() == null || b.least() == null || !below(a.most(), b.least(), orEqual);
    return new Truth(mayHold, mayFail);
  }

  private static boolean below(Rational a, Rational b, boolean orEqual) {
    return orEqual ? a.compareTo(b) <= 0 : a.compareTo(b) < 0;
  }

  private static Truth equal(Between a, Between b) {
    var mayHold = less(a, b, true).mayHold() && less(b, a, true).mayHold();
    var fixed = a.least() != null && a.least().equals(a.most()) && a.equals(b);
    return new Truth(mayHold, !fixed);
  }
}
