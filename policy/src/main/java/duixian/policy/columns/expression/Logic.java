package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Cell;
import duixian.policy.model.Expr;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// 且, 或, 非 in Kleene's logic, and comparisons.
final class Logic {
  private final Body body;
  private final Numbers numbers;

  Logic(Body body, Numbers numbers) {
    this.body = body;
    this.numbers = numbers;
  }

  /// 且 stops at the first part that is false, 或 at the first that is true; a lack stops nothing.
  Value combine(boolean all, List<Expr> parts, Function<Expr, Value> write) {
    var code = body.code;
    var bits = body.newLong();
    var lack = body.newLong();
    var decided = code.newLabel();
    var done = code.newLabel();
    code.lconst_0().lstore(lack);
    var lacking = false;
    for (var part : parts) {
      var value = write.apply(part);
      var next = code.newLabel();
      if (!value.isThere()) {
        lacking = true;
        body.load(value.lack());
        code.lload(lack).lor().lstore(lack);
        body.ifNotZero(value.lack(), next);
      }
      decide(all, value.bits(), decided);
      code.labelBinding(next);
    }
    code.loadConstant(all ? 1L : 0L).lstore(bits).goto_(done);
    code.labelBinding(decided).loadConstant(all ? 0L : 1L).lstore(bits).lconst_0().lstore(lack);
    code.labelBinding(done);
    return Value.whole(
        new Operand.Slot(bits), lacking ? new Operand.Slot(lack) : Operand.Fixed.ZERO);
  }

  private void decide(boolean all, Operand flag, Label decided) {
    if (all) {
      body.ifZero(flag, decided);
    } else {
      body.ifNotZero(flag, decided);
    }
  }

  Value not(Value part) {
    body.load(part.bits());
    body.code.lconst_1().lxor();
    return Value.whole(body.keep(), part.lack());
  }

  /// Whether the value is there; 待定 stays so.
  Value present(Value part) {
    if (part.isThere()) {
      return Value.fixed(1);
    }
    body.load(part.lack());
    body.code.loadConstant(Cell.UNDECIDED_BIT).land();
    var undecided = body.keep();
    return flag(
        () -> {
          body.load(part.lack());
          body.code.lconst_0().lcmp();
        },
        Expr.Relation.EQUAL,
        undecided);
  }

  Value compare(Expr.Relation relation, Value left, Value right) {
    return flag(() -> numbers.compare(left, right), relation, body.or(left.lack(), right.lack()));
  }

  /// A flag from the sign that `push` leaves on the stack.
  private Value flag(Runnable push, Expr.Relation relation, Operand lack) {
    var code = body.code;
    var bits = body.newLong();
    var holds = code.newLabel();
    var done = code.newLabel();
    push.run();
    switch (relation) {
      case EQUAL -> code.ifeq(holds);
      case UNEQUAL -> code.ifne(holds);
      case LESS -> code.iflt(holds);
      case AT_MOST -> code.ifle(holds);
      case MORE -> code.ifgt(holds);
      case AT_LEAST -> code.ifge(holds);
    }
    code.lconst_0().lstore(bits).goto_(done);
    code.labelBinding(holds).lconst_1().lstore(bits).labelBinding(done);
    return Value.whole(new Operand.Slot(bits), lack);
  }

  static List<Value> all(List<Expr> parts, Function<Expr, Value> write) {
    var values = new ArrayList<Value>();
    parts.forEach(part -> values.add(write.apply(part)));
    return values;
  }
}
