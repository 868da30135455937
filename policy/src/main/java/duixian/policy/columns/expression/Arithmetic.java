package duixian.policy.columns.expression;

import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes sums and products of longs that leave for the exact way when they overflow. Where the
/// range of both sides is known, and the result must fit, nothing is asked.
final class Arithmetic {
  private static final MethodTypeDesc JJ_Z = MethodTypeDesc.ofDescriptor("(JJ)Z");

  private final Body body;
  private final Map<Operand, Range> ranges = new HashMap<>();

  /// From `least` to `most`.
  private record Range(BigInteger least, BigInteger most) {
    static Range of(long least, long most) {
      return new Range(BigInteger.valueOf(least), BigInteger.valueOf(most));
    }

    Range plus(Range other) {
      return new Range(least.add(other.least), most.add(other.most));
    }

    Range negated() {
      return new Range(most.negate(), least.negate());
    }

    Range times(Range other) {
      var a = least.multiply(other.least);
      var b = least.multiply(other.most);
      var c = most.multiply(other.least);
      var d = most.multiply(other.most);
      return new Range(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
    }

    boolean fits() {
      return least.bitLength() < 63 && most.bitLength() < 63;
    }
  }

  Arithmetic(Body body) {
    this.body = body;
  }

  void range(Operand operand, long least, long most) {
    ranges.put(operand, Range.of(least, most));
  }

  /// Whether an operand is known to be zero or more.
  boolean isAtLeastZero(Operand operand) {
    var range = range(operand);
    return range != null && range.least.signum() >= 0;
  }

  Operand times(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)));
    }
    if (a instanceof Operand.Fixed(var factor)) {
      return scaled(b, factor);
    }
    if (b instanceof Operand.Fixed(var factor)) {
      return scaled(a, factor);
    }
    var range = both(a, b) ? known(a).times(known(b)) : null;
    leaveUnless(range, "overflowsTimes", a, b);
    body.load(a);
    body.load(b);
    body.code.lmul();
    return keep(range);
  }

  Operand plus(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).add(BigInteger.valueOf(y)));
    }
    if (a.is(0) || b.is(0)) {
      return a.is(0) ? b : a;
    }
    var range = both(a, b) ? known(a).plus(known(b)) : null;
    leaveUnless(range, "overflowsPlus", a, b);
    body.load(a);
    body.load(b);
    body.code.ladd();
    return keep(range);
  }

  Operand minus(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).subtract(BigInteger.valueOf(y)));
    }
    if (b.is(0)) {
      return a;
    }
    var range = both(a, b) ? known(a).plus(known(b).negated()) : null;
    leaveUnless(range, "overflowsMinus", a, b);
    body.load(a);
    body.load(b);
    body.code.lsub();
    return keep(range);
  }

  private Operand scaled(Operand value, long factor) {
    if (factor == 0 || factor == 1) {
      return factor == 0 ? Operand.Fixed.ZERO : value;
    }
    if (factor == Long.MIN_VALUE) {
      return body.giveUp();
    }
    var of = range(value);
    var range = of == null ? null : of.times(Range.of(factor, factor));
    var bound = new Operand.Fixed(Long.MAX_VALUE / Math.abs(factor));
    leaveUnless(range, "outside", value, bound);
    body.load(value);
    body.code.loadConstant(factor).lmul();
    return keep(range);
  }

  private void leaveUnless(@Nullable Range range, String check, Operand a, Operand b) {
    if (range == null || !range.fits()) {
      body.load(a);
      body.load(b);
      body.call(check, JJ_Z);
      body.code.ifne(body.exact);
    }
  }

  private Operand keep(@Nullable Range range) {
    var kept = body.keep();
    if (range != null && range.fits()) {
      ranges.put(kept, range);
    }
    return kept;
  }

  private boolean both(Operand a, Operand b) {
    return range(a) != null && range(b) != null;
  }

  private Range known(Operand operand) {
    return java.util.Objects.requireNonNull(range(operand));
  }

  private @Nullable Range range(Operand operand) {
    return operand instanceof Operand.Fixed(var value)
        ? Range.of(value, value)
        : ranges.get(operand);
  }

  private Operand fold(BigInteger value) {
    return value.bitLength() < 64 ? new Operand.Fixed(value.longValue()) : body.giveUp();
  }
}
