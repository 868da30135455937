package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.value.Rounding;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;

/// Writes what a row's uses need: the number of the key and the limit.
final class UseCode {
  private static final int NO_KEY = -1;
  private static final MethodTypeDesc JOIN = MethodTypeDesc.ofDescriptor("(IJJ)J");

  private final Body body;
  private final CodeBuilder code;
  private final Expressions expressions;
  private final Lacks lacks;
  private final int at;
  private final int held;
  private final boolean dense;

  /// `dense`: every key's number is its place.
  UseCode(Body body, Expressions expressions, Lacks lacks, int at, int held, boolean dense) {
    this.body = body;
    this.code = body.code;
    this.expressions = expressions;
    this.lacks = lacks;
    this.at = at;
    this.held = held;
    this.dense = dense;
  }

  /// What a row asks of a use: `key` is a local, -1 there when the use does not concern the row;
  /// NO_KEY when no two rows share it, and then the limit is the greatest long.
  record Asked(Use use, int key, Operand limit) {
    boolean isShared() {
      return key != NO_KEY;
    }
  }

  Asked write(Use use, Site site) {
    var key = use.unique() ? NO_KEY : body.newInt();
    var limit = body.newLong();
    var done = code.newLabel();
    if (!use.unique()) {
      code.iconst_m1().istore(key);
    }
    code.loadConstant(Long.MAX_VALUE).lstore(limit);
    var applies = use.applies();
    if (applies != null) {
      applies(use, expressions.write(applies, site), done);
    }
    var lack = key(use, site, key, done);
    var known = limit(use, site, lack, done);
    body.store(known, limit);
    code.labelBinding(done);
    var always = applies == null || !use.unique();
    return new Asked(
        use, key, known instanceof Operand.Fixed && always ? known : new Operand.Slot(limit));
  }

  /// For a settlement that comes later.
  void store(Asked asked, Limits limits) {
    var use = asked.use();
    if (asked.isShared()) {
      code.aload(keys(use)).iload(at).iload(asked.key()).iastore();
    }
    if (use.limit() == null) {
      return;
    }
    if (asked.limit() instanceof Operand.Fixed(var fixed) && !use.isOutside()) {
      limits.fix(use.slot(), fixed);
    } else {
      limits.store(use.slot());
      code.aload(limitsOf(use)).iload(at);
      body.load(asked.limit());
      code.lastore();
    }
  }

  /// A ceiling that may apply is looked at further, for what else it lacks; a term is not.
  private void applies(Use use, Value flag, Label none) {
    hold(flag.lack());
    var may = code.newLabel();
    if (!flag.isThere()) {
      body.ifNotZero(flag.lack(), use.kind().isMoney() ? may : none);
    }
    body.ifZero(flag.bits(), none);
    code.labelBinding(may);
  }

  /// Answers what the key lacks.
  private Operand key(Use use, Site site, int key, Label none) {
    var number = dense ? body.newInt() : body.newLong();
    Operand lack = Operand.Fixed.ZERO;
    zero(number);
    for (int step = 0; step < use.keys().size(); step++) {
      var part = part(use.keys().get(step), site);
      lack = body.or(lack, part.lack());
      if (!use.unique()) {
        join(use, step, number, part.bits());
      }
    }
    hold(lack);
    if (!use.kind().isMoney() && !lack.is(0)) {
      body.ifNotZero(lack, none);
    }
    if (!use.unique() && dense) {
      code.iload(number).istore(key);
    } else if (!use.unique()) {
      code.lload(number).l2i().istore(key);
    }
    return lack;
  }

  private void zero(int number) {
    if (dense) {
      code.iconst_0().istore(number);
    } else {
      code.lconst_0().lstore(number);
    }
  }

  private void join(Use use, int step, int number, Operand part) {
    var space = body.space(use.space());
    if (dense && step == 0) {
      body.load(part);
      code.l2i().istore(number);
    } else if (dense) {
      code.iload(number).iload(body.input(space, Body.SPACE, "radix", Body.INT, step)).imul();
      body.load(part);
      code.l2i().iadd().istore(number);
    } else {
      code.aload(space).loadConstant(step).lload(number);
      body.load(part);
      code.invokevirtual(Body.SPACE, "join", JOIN).lstore(number);
    }
  }

  private Value part(Key key, Site site) {
    return switch (key) {
      case Key.Owner(var up, _) -> {
        code.iload(site.rows().get(up)).i2l();
        yield Value.whole(body.keep(), Operand.Fixed.ZERO);
      }
      case Key.Value(var up, var field) -> {
        var owner = site.entity().ancestor(up);
        code.aload(body.longs("column", owner.index(), field.index()));
        code.iload(site.rows().get(up)).laload();
        yield body.fact(owner, field, lacks.bit(LackName.of(owner, field)));
      }
      case Key.Year() -> {
        code.iload(site.rank()).i2l();
        yield Value.whole(body.keep(), Operand.Fixed.ZERO);
      }
    };
  }

  /// Fen that no grant can use are left out of a money limit; a negative one is 0, unless a sum
  /// over yearly records is still to be taken off. Without its key nobody knows the outside money.
  private Operand limit(Use use, Site site, Operand keyLack, Label done) {
    var expr = use.limit();
    if (expr == null) {
      return Operand.Fixed.ZERO;
    }
    var value = expressions.write(expr, site);
    hold(value.lack());
    var outside = use.outside();
    if (outside != null && !use.isOutside()) {
      if (!keyLack.is(0)) {
        body.ifNotZero(keyLack, done);
      }
      var money = expressions.write(outside, site);
      hold(money.lack());
      value = expressions.numbers().arithmetic(Expr.Operator.MINUS, value, money, 0);
    }
    if (!use.kind().isMoney()) {
      return expressions.numbers().whole(value);
    }
    var amount = expressions.numbers().fen(value, 1, Rounding.DOWN);
    if (use.isOutside()) {
      lacks.bit(LackName.outside(use));
      return amount;
    }
    return atLeastZero(amount);
  }

  private Operand atLeastZero(Operand amount) {
    if (amount instanceof Operand.Fixed(var fixed)) {
      return new Operand.Fixed(Math.max(0, fixed));
    }
    body.load(amount);
    code.lconst_0().invokestatic(Body.MATH, "max", Body.JJ_J);
    return body.keep();
  }

  private int keys(Use use) {
    return body.input(1, AssessCode.SHEET, "keys", Body.INTS, use.slot());
  }

  private int limitsOf(Use use) {
    return body.input(1, AssessCode.SHEET, "limits", Body.LONGS, use.slot());
  }

  private void hold(Operand lack) {
    if (!lack.is(0)) {
      body.load(lack);
      code.lload(held).lor().lstore(held);
    }
  }
}
