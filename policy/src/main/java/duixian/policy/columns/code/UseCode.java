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
      var flag = expressions.write(applies, site);
      hold(flag.lack());
      if (!flag.isThere()) {
        body.ifNotZero(flag.lack(), none);
      }
      body.ifZero(flag.bits(), none);
    }
    var bare = key(use, site, none);
    limit(use, site, limits, applies != null);
    if (applies != null || bare) {
      code.goto_(done).labelBinding(none);
      unconcerned(use, limits);
      code.labelBinding(done);
    }
  }

  /// Whether a part of the key may be missing.
  private boolean key(Use use, Site site, Label none) {
    var number = body.newLong();
    var mayLack = false;
    code.lconst_0().lstore(number);
    for (int step = 0; step < use.keys().size(); step++) {
      var part = part(use.keys().get(step), site);
      if (!part.isThere()) {
        mayLack = true;
        hold(part.lack());
        body.ifNotZero(part.lack(), none);
      }
      if (!use.unique()) {
        code.aload(body.input(0, Body.FRAME, "space", SPACE, use.space()));
        code.loadConstant(step).lload(number);
        body.load(part.bits());
        code.invokevirtual(SPACE, "join", JOIN).lstore(number);
      }
    }
    if (!use.unique()) {
      code.aload(keys(use)).iload(at).lload(number).l2i().iastore();
    }
    return mayLack;
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

  /// Fen that no grant can use are left out of a money limit; a negative one is 0.
  private void limit(Use use, Site site, Limits limits, boolean conditional) {
    var expr = use.limit();
    if (expr == null) {
      return;
    }
    var value = limit(use, expr, site);
    hold(value.lack());
    var amount =
        use.kind().isMoney()
            ? expressions.numbers().fen(value, 1, Rounding.DOWN)
            : expressions.numbers().whole(value);
    var fits = !conditional || !use.unique();
    if (amount instanceof Operand.Fixed(var fixed) && value.isThere() && fits && !use.isOutside()) {
      limits.fix(use.slot(), Math.max(0, fixed));
      return;
    }
    limits.store(use.slot());
    if (use.isOutside()) {
      lacks.bit(LackName.outside(use));
    }
    code.aload(limitsOf(use)).iload(at);
    body.load(amount);
    if (!use.isOutside()) {
      code.lconst_0().invokestatic(Body.MATH, "max", Body.JJ_J);
    }
    code.lastore();
  }

  /// What is left of the limit beside outside money; a sum over yearly records is taken off later.
  private Value limit(Use use, Expr expr, Site site) {
    var value = expressions.write(expr, site);
    var outside = use.outside();
    if (outside == null || use.isOutside()) {
      return value;
    }
    var money = expressions.write(outside, site);
    return expressions.numbers().arithmetic(Expr.Operator.MINUS, value, money, 0);
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
