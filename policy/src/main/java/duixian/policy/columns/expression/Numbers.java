package duixian.policy.columns.expression;

import duixian.policy.model.Expr;
import duixian.policy.value.Rounding;
import java.math.BigInteger;
import java.util.List;

/// Exact arithmetic on scaled longs. Whatever a long cannot hold leaves for the exact way.
public final class Numbers {
  private final Body body;

  Numbers(Body body) {
    this.body = body;
  }

  public Value arithmetic(Expr.Operator operator, Value left, Value right, long zeroDivisor) {
    return switch (operator) {
      case PLUS, MINUS -> sum(operator == Expr.Operator.PLUS, left, right);
      case TIMES -> product(left, right);
      case PER -> quotient(left, right, zeroDivisor);
    };
  }

  /// The same number with another scale, a multiple of its own.
  public Value align(Value value, long scale) {
    if (value.scale() == scale) {
      return value;
    }
    var factor = new Operand.Fixed(scale / value.scale());
    return new Value(body.times(value.bits(), factor), scale, value.below(), value.lack());
  }

  /// The least scale that both numbers can take; 0 when there is none.
  static long common(long a, long b) {
    if (a == b) {
      return a;
    }
    var big = BigInteger.valueOf(a);
    var other = BigInteger.valueOf(b);
    var least = big.divide(big.gcd(other)).multiply(other);
    return least.bitLength() < 63 ? least.longValue() : 0;
  }

  static long common(List<Value> values) {
    var scale = 1L;
    for (var value : values) {
      scale = scale == 0 ? 0 : common(scale, value.scale());
    }
    return scale;
  }

  /// Pushes −, 0 or + for two numbers in order. Both must be there, or the result says nothing.
  void compare(Value left, Value right) {
    var scale = common(left.scale(), right.scale());
    if (scale == 0) {
      body.giveUp();
      body.code.iconst_0();
      return;
    }
    var a = body.times(align(left, scale).bits(), right.below());
    var b = body.times(align(right, scale).bits(), left.below());
    body.load(a);
    body.load(b);
    body.code.lcmp();
  }

  Value extreme(boolean least, List<Value> parts) {
    var best = parts.getFirst();
    for (var part : parts.subList(1, parts.size())) {
      best = lesser(least, best, part);
    }
    return best;
  }

  private Value lesser(boolean least, Value a, Value b) {
    var scale = common(a.scale(), b.scale());
    if (scale == 0) {
      return Value.unknown(body);
    }
    var left = align(a, scale);
    var right = align(b, scale);
    var lack = body.or(a.lack(), b.lack());
    var code = body.code;
    if (left.below().is(1) && right.below().is(1)) {
      body.load(left.bits());
      body.load(right.bits());
      code.invokestatic(Body.MATH, least ? "min" : "max", Body.JJ_J);
      return new Value(body.keep(), scale, Operand.Fixed.ONE, lack);
    }
    var bits = body.newLong();
    var below = body.newLong();
    var done = code.newLabel();
    body.store(left.bits(), bits);
    body.store(left.below(), below);
    compare(left, right);
    if (least) {
      code.ifle(done);
    } else {
      code.ifge(done);
    }
    body.store(right.bits(), bits);
    body.store(right.below(), below);
    code.labelBinding(done);
    return new Value(new Operand.Slot(bits), scale, new Operand.Slot(below), lack);
  }

  private Value sum(boolean plus, Value left, Value right) {
    var scale = common(left.scale(), right.scale());
    if (scale == 0) {
      return Value.unknown(body);
    }
    var a = body.times(align(left, scale).bits(), right.below());
    var b = body.times(align(right, scale).bits(), left.below());
    return new Value(
        plus ? body.plus(a, b) : body.minus(a, b),
        scale,
        body.times(left.below(), right.below()),
        body.or(left.lack(), right.lack()));
  }

  private Value product(Value left, Value right) {
    return scaled(
        body,
        left.bits(),
        right.bits(),
        BigInteger.valueOf(left.scale()).multiply(BigInteger.valueOf(right.scale())),
        body.times(left.below(), right.below()),
        body.or(left.lack(), right.lack()));
  }

  /// A product over a scale, both divided by what a known factor has in common with the scale.
  private static Value scaled(
      Body body, Operand a, Operand b, BigInteger scale, Operand below, Operand lack) {
    var left = a instanceof Operand.Fixed ? b : a;
    var right = a instanceof Operand.Fixed ? a : b;
    var rest = scale;
    if (right instanceof Operand.Fixed(var factor) && factor != 0) {
      var shared = BigInteger.valueOf(factor).gcd(scale);
      right = new Operand.Fixed(BigInteger.valueOf(factor).divide(shared).longValueExact());
      rest = scale.divide(shared);
    }
    if (rest.bitLength() > 62) {
      return Value.unknown(body);
    }
    return new Value(body.times(left, right), rest.longValueExact(), below, lack);
  }

  private Value quotient(Value left, Value right, long zeroDivisor) {
    var code = body.code;
    var lack = body.or(left.lack(), right.lack());
    var shared = gcd(left.scale(), right.scale());
    var above = body.times(left.bits(), new Operand.Fixed(right.scale() / shared));
    above = body.times(above, right.below());
    if (right.bits() instanceof Operand.Fixed(var divisor) && divisor > 0) {
      return scaled(
          body,
          above,
          Operand.Fixed.ONE,
          BigInteger.valueOf(left.scale() / shared).multiply(BigInteger.valueOf(divisor)),
          left.below(),
          lack);
    }
    var lacks = body.newLong();
    var divisor = body.newLong();
    var numerator = body.newLong();
    var done = code.newLabel();
    var negative = code.newLabel();
    body.store(lack, lacks);
    body.store(right.bits(), divisor);
    body.store(above, numerator);
    code.lload(divisor).lconst_0().lcmp().ifgt(done);
    code.lload(divisor).lconst_0().lcmp().iflt(negative);
    code.lconst_1().lstore(divisor).lconst_0().lstore(numerator);
    body.ifNotZero(new Operand.Slot(lacks), done);
    code.loadConstant(zeroDivisor).lstore(lacks).goto_(done);
    code.labelBinding(negative);
    body.store(body.minus(Operand.Fixed.ZERO, new Operand.Slot(divisor)), divisor);
    body.store(body.minus(Operand.Fixed.ZERO, new Operand.Slot(numerator)), numerator);
    code.labelBinding(done);
    return new Value(
        new Operand.Slot(numerator),
        left.scale() / shared,
        body.times(left.below(), new Operand.Slot(divisor)),
        new Operand.Slot(lacks));
  }

  /// A division that rounds still to come: `above ÷ below`, `below` positive.
  public record Quotient(Operand above, Operand below) {}

  /// Money in units of `unit` fen.
  public Quotient units(Value yuan, long unit) {
    var divisor = BigInteger.valueOf(yuan.scale()).multiply(BigInteger.valueOf(unit));
    var factor = BigInteger.valueOf(100);
    var shared = divisor.gcd(factor);
    var by = divisor.divide(shared);
    if (by.bitLength() > 62) {
      return new Quotient(body.giveUp(), Operand.Fixed.ONE);
    }
    return new Quotient(
        body.times(yuan.bits(), new Operand.Fixed(factor.divide(shared).longValueExact())),
        body.times(new Operand.Fixed(by.longValueExact()), yuan.below()));
  }

  /// Money as whole fen: a multiple of `unit` fen, rounded as the policy says.
  public Operand fen(Value yuan, long unit, Rounding rounding) {
    var units = units(yuan, unit);
    if (units.above() instanceof Operand.Fixed(var above)
        && units.below() instanceof Operand.Fixed(var below)) {
      var rounded = new Operand.Fixed(Checked.divide(rounding, above, below));
      return body.times(rounded, new Operand.Fixed(unit));
    }
    if (units.below().is(1)) {
      return body.times(units.above(), new Operand.Fixed(unit));
    }
    body.load(units.above());
    body.load(units.below());
    body.call(Checked.dividing(rounding), Body.JJ_J);
    return body.times(body.keep(), new Operand.Fixed(unit));
  }

  /// A whole number, rounded down: places, years.
  public Operand whole(Value number) {
    if (number.scale() == 1 && number.below().is(1)) {
      return number.bits();
    }
    body.load(number.bits());
    body.load(body.times(new Operand.Fixed(number.scale()), number.below()));
    body.call("divideDown", Body.JJ_J);
    return body.keep();
  }

  private static long gcd(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
  }
}
