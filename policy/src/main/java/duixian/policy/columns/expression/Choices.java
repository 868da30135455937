package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Cell;
import duixian.policy.model.Expr;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Expressions that yield one of several values: 按, 如没有则, 最早…的. Each way ends in a tail of its own,
/// written once every way is known, where its number takes the common scale.
final class Choices {
  /// What 如没有则 does not step in for.
  private static final long OPEN = Cell.UNDECIDED_BIT | Cell.UNUSABLE_BIT;

  private final Body body;
  private final Numbers numbers;

  Choices(Body body, Numbers numbers) {
    this.body = body;
    this.numbers = numbers;
  }

  private record Way(Value value, Label tail) {}

  /// The first branch whose condition holds. A condition that is missing before it makes the value
  /// missing.
  Value choose(Expr.Choose expr, Function<Expr, Value> write, long none) {
    var ways = new ArrayList<Way>();
    for (var branch : expr.branches()) {
      var when = write.apply(branch.when());
      var next = body.code.newLabel();
      if (!when.isThere()) {
        var there = body.code.newLabel();
        body.ifZero(when.lack(), there);
        end(ways, Value.lacking(when.lack()));
        body.code.labelBinding(there);
      }
      body.ifZero(when.bits(), next);
      end(ways, write.apply(branch.then()));
      body.code.labelBinding(next);
    }
    var otherwise = expr.otherwise();
    end(ways, otherwise == null ? Value.lacking(new Operand.Fixed(none)) : write.apply(otherwise));
    return join(ways);
  }

  /// The first part that no fact is missing for; what is 待定 or cannot be computed with stays so.
  Value fallback(List<Expr> parts, Function<Expr, Value> write) {
    var ways = new ArrayList<Way>();
    for (var part : parts.subList(0, parts.size() - 1)) {
      var value = write.apply(part);
      if (value.isThere()) {
        end(ways, value);
        return join(ways);
      }
      var next = body.code.newLabel();
      var take = body.code.newLabel();
      body.ifZero(value.lack(), take);
      body.load(value.lack());
      body.code.loadConstant(OPEN).land().lconst_0().lcmp().ifeq(next);
      body.code.labelBinding(take);
      end(ways, value);
      body.code.labelBinding(next);
    }
    end(ways, write.apply(parts.getLast()));
    return join(ways);
  }

  /// `member` on the record whose row is `record`; missing with it.
  Value through(Value record, Function<Integer, Value> member) {
    var ways = new ArrayList<Way>();
    if (!record.isThere()) {
      var there = body.code.newLabel();
      body.ifZero(record.lack(), there);
      end(ways, Value.lacking(record.lack()));
      body.code.labelBinding(there);
    }
    var row = body.newInt();
    body.load(record.bits());
    body.code.l2i().istore(row);
    end(ways, member.apply(row));
    return join(ways);
  }

  private void end(List<Way> ways, Value value) {
    var tail = body.code.newLabel();
    body.code.goto_(tail);
    ways.add(new Way(value, tail));
  }

  private Value join(List<Way> ways) {
    var scale = Numbers.common(ways.stream().map(Way::value).toList());
    var whole = ways.stream().allMatch(way -> way.value().below().is(1));
    var there = ways.stream().allMatch(way -> way.value().isThere());
    var bits = body.newLong();
    var below = body.newLong();
    var lack = body.newLong();
    var done = body.code.newLabel();
    for (var way : ways) {
      body.code.labelBinding(way.tail());
      if (scale == 0) {
        body.giveUp();
      }
      var value = scale == 0 ? Value.fixed(0) : numbers.align(way.value(), scale);
      body.store(value.bits(), bits);
      if (!whole) {
        body.store(value.below(), below);
      }
      if (!there) {
        body.store(value.lack(), lack);
      }
      body.code.goto_(done);
    }
    body.code.labelBinding(done);
    return new Value(
        new Operand.Slot(bits),
        Math.max(scale, 1),
        whole ? Operand.Fixed.ONE : new Operand.Slot(below),
        there ? Operand.Fixed.ZERO : new Operand.Slot(lack));
  }
}
