package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Cap;
import duixian.policy.model.Policy;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;

/// Settles a row as soon as it is worked out: each ceiling cuts in turn, then takes what is left.
final class SettleCode {
  private static final long SMALL = 1L << 32;

  private final Body body;
  private final CodeBuilder code;
  private final int at;
  private final boolean explain;
  private final Policy policy;

  SettleCode(Body body, int at, boolean explain, Policy policy) {
    this.body = body;
    this.code = body.code;
    this.at = at;
    this.explain = explain;
    this.policy = policy;
  }

  /// `amount` is a local.
  void write(List<UseCode.Asked> asked, int amount) {
    var money = asked.stream().filter(each -> each.use().kind().isMoney()).toList();
    for (var ceiling : money) {
      cut(ceiling, amount);
    }
    for (var ceiling : money) {
      if (ceiling.isShared()) {
        take(ceiling, amount);
      }
    }
  }

  /// Whether a single grant is so small that a sum over any number of rows fits a long.
  static boolean isSmall(List<UseCode.Asked> asked) {
    return asked.stream()
        .filter(each -> each.use().kind().isMoney() && each.use().applies() == null)
        .anyMatch(each -> each.limit() instanceof Operand.Fixed(var most) && most < SMALL);
  }

  private void cut(UseCode.Asked ceiling, int amount) {
    var fits = code.newLabel();
    var left = body.newLong();
    if (ceiling.isShared()) {
      unlessConcerned(ceiling, fits);
      left(ceiling, left);
    } else {
      body.store(ceiling.limit(), left);
    }
    if (!explain && !mayRefuse(ceiling.use())) {
      code.lload(amount).lload(left).invokestatic(Body.MATH, "min", Body.JJ_J).lstore(amount);
    } else {
      code.lload(amount).lload(left).lcmp().ifle(fits);
      if (mayRefuse(ceiling.use())) {
        refuse(ceiling.use(), left);
      }
      if (explain) {
        code.aload(longs("cuts", ceiling.use())).iload(at);
        code.lload(amount).lload(left).lsub().lastore();
      }
      code.lload(left).lstore(amount);
    }
    code.labelBinding(fits);
  }

  /// What earlier rows left; under one fixed limit never less than nothing.
  private void left(UseCode.Asked ceiling, int left) {
    var isFixed = ceiling.limit() instanceof Operand.Fixed;
    if (!isFixed) {
      code.lconst_0();
    }
    body.load(ceiling.limit());
    code.aload(used(ceiling.use())).iload(ceiling.key()).laload().lsub();
    if (!isFixed) {
      code.invokestatic(Body.MATH, "max", Body.JJ_J);
    }
    code.lstore(left);
  }

  private boolean mayRefuse(Use use) {
    return use.cap() >= 0 && !(policy.caps().get(use.cap()).excess() instanceof Cap.Excess.Cut);
  }

  /// 不予资助: a row that does not fit whole gets nothing.
  private void refuse(Use use, int left) {
    var cuts = code.newLabel();
    var slot = use.slot();
    code.iload(body.input(1, AssessCode.SHEET, "refuses", Body.BOOLEAN, slot)).ifeq(cuts);
    code.lconst_0().lstore(left).labelBinding(cuts);
  }

  private void take(UseCode.Asked ceiling, int amount) {
    var done = code.newLabel();
    unlessConcerned(ceiling, done);
    code.aload(used(ceiling.use())).iload(ceiling.key()).dup2().laload();
    code.lload(amount).ladd().lastore();
    code.labelBinding(done);
  }

  private void unlessConcerned(UseCode.Asked ceiling, Label to) {
    if (ceiling.use().applies() != null) {
      code.iload(ceiling.key()).iflt(to);
    }
  }

  /// What keys have used so far. The array is born in the method itself: then the compiler knows
  /// that it is none of the columns, and need not order what is read from it.
  private int used(Use use) {
    return body.numbers(body.space(use.space()));
  }

  private int longs(String name, Use use) {
    return body.input(1, AssessCode.SHEET, name, Body.LONGS, use.slot());
  }
}
