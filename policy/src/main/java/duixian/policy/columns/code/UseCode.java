package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.KeySpace;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.value.Rounding;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes what a row's uses need: the number of the key and the limit.
final class UseCode {
  private static final ClassDesc SPACE = Body.desc(KeySpace.class);
  private static final MethodTypeDesc JOIN = MethodTypeDesc.ofDescriptor("(IJJ)J");

  private final Body body;
  private final CodeBuilder code;
  private final Expressions expressions;
  private final Lacks lacks;
  private final int at;
  private final int held;

  UseCode(Body body, Expressions expressions, Lacks lacks, int at, int held) {
    this.body = body;
    this.code = body.code;
    this.expressions = expressions;
    this.lacks = lacks;
    this.at = at;
    this.held = held;
  }

  void write(Use use, Site site, Limits limits) {
    var none = code.newLabel();
    var done = code.newLabel();
    var applies = use.applies();
    if (applies != null) {
      applies(use, expressions.write(applies, site), none);
    }
    var lack = key(use, site);
    if (!use.kind().isMoney() && !lack.is(0)) {
      body.ifNotZero(lack, none);
    }
    limit(use, site, lack, limits, done);
    if (applies != null || (!use.kind().isMoney() && !lack.is(0))) {
      code.goto_(done).labelBinding(none);
      unconcerned(use, limits);
    }
    code.labelBinding(done);
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
  private Operand key(Use use, Site site) {
    var number = body.newLong();
    Operand lack = Operand.Fixed.ZERO;
    code.lconst_0().lstore(number);
    for (int step = 0; step < use.keys().size(); step++) {
      var part = part(use.keys().get(step), site);
      lack = body.or(lack, part.lack());
      if (!use.unique()) {
        code.aload(body.input(0, Body.FRAME, "space", SPACE, use.space()));
        code.loadConstant(step).lload(number);
        body.load(part.bits());
        code.invokevirtual(SPACE, "join", JOIN).lstore(number);
      }
    }
    hold(lack);
    if (!use.unique()) {
      code.aload(keys(use)).iload(at).lload(number).l2i().iastore();
    }
    return lack;
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
        yield body.fact(1, lacks.bit(LackName.of(owner, field)));
      }
      case Key.Year() -> {
        code.iload(site.rank()).i2l();
        yield Value.whole(body.keep(), Operand.Fixed.ZERO);
      }
    };
  }

  /// Fen that no grant can use are left out of a money limit; a negative one is 0. Without its key
  /// nobody knows the outside money.
  private void limit(Use use, Site site, Operand keyLack, Limits limits, Label done) {
    var expr = use.limit();
    if (expr == null) {
      return;
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
    var amount =
        use.kind().isMoney()
            ? expressions.numbers().fen(value, 1, Rounding.DOWN)
            : expressions.numbers().whole(value);
    var fits = use.applies() == null || !use.unique();
    if (amount instanceof Operand.Fixed(var fixed) && value.isThere() && fits && !use.isOutside()) {
      limits.fix(use.slot(), Math.max(0, fixed));
    } else {
      limits.store(use.slot());
      store(use, amount);
    }
  }

  /// A sum over yearly records is taken off later, before the limit is held above 0.
  private void store(Use use, Operand amount) {
    code.aload(limitsOf(use)).iload(at);
    body.load(amount);
    if (use.isOutside()) {
      lacks.bit(LackName.outside(use));
    } else {
      code.lconst_0().invokestatic(Body.MATH, "max", Body.JJ_J);
    }
    code.lastore();
  }

  private void unconcerned(Use use, Limits limits) {
    if (!use.unique()) {
      code.aload(keys(use)).iload(at).iconst_m1().iastore();
    } else if (use.limit() != null && limits.stored().contains(use.slot())) {
      code.aload(limitsOf(use)).iload(at).loadConstant(Long.MAX_VALUE).lastore();
    }
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
