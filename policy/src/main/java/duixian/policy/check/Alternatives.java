package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/// The 例外 of one award, written into its 额度 and 上限 as choices; two that hold at once are a conflict.
final class Alternatives {
  private final Draft draft;
  private final List<Statement> exceptions;
  private final Scope base;

  Alternatives(Draft draft, List<Statement> exceptions, Scope base) {
    this.draft = draft;
    this.exceptions = exceptions;
    this.base = base;
  }

  Expr amount(Expr amount) {
    return choice(amount, "额度");
  }

  /// An exception's 上限 is the amount alone; its keys are those of the award's own.
  Award.Limit limit(Award.Limit limit) {
    return new Award.Limit(limit.name(), choice(limit.amount(), "上限"), limit.keys());
  }

  private Expr choice(Expr otherwise, String key) {
    var branches = new ArrayList<Expr.Branch>();
    for (var exception : exceptions) {
      var scope =
          Scope.of(base.entity(), exception.block(), exception.name(), key).withHistory();
      var condition = draft.only(exception, "条件", true);
      var value = draft.only(exception, key, false);
      if (condition == null || value == null) {
        continue;
      }
      var when = ExpressionParser.parse(condition.value(), draft.diagnostics);
      var then = ExpressionParser.parse(value.value(), draft.diagnostics);
      if (when != null && then != null) {
        var checkedWhen = draft.expressions.typed(when, scope.key("条件"), Type.FLAG);
        var checkedThen = draft.expressions.typed(then, scope, Type.MONEY);
        if (checkedWhen != null && checkedThen != null) {
          branches.add(new Expr.Branch(checkedWhen, checkedThen));
        }
      }
    }
    if (branches.isEmpty()) {
      return otherwise;
    }
    var all = new ArrayList<>(conflicts(branches, otherwise));
    all.addAll(branches);
    return new Expr.Choose(List.copyOf(all), otherwise, Type.MONEY, otherwise.span());
  }

  private static List<Expr.Branch> conflicts(List<Expr.Branch> branches, Expr otherwise) {
    var conflicts = new ArrayList<Expr.Branch>();
    for (int i = 0; i < branches.size(); i++) {
      for (int j = i + 1; j < branches.size(); j++) {
        var one = branches.get(i).when();
        var other = branches.get(j).when();
        conflicts.add(
            new Expr.Branch(
                new Expr.Logic(true, List.of(one, other), one.span()),
                new Expr.Conflict(
                    "两个例外同时成立：“" + one.span().text() + "”与“" + other.span().text() + "”",
                    Type.MONEY,
                    otherwise.span())));
      }
    }
    return conflicts;
  }
}
