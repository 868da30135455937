package duixian.policy.check;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The 例外 of one award, written into its 额度 and 上限 as choices; two that hold at once are a
/// conflict.
final class Alternatives {
  private final List<Alternative> alternatives = new ArrayList<>();

  private record Alternative(
      String name, Expr condition, @Nullable Expr amount, @Nullable Expr limit) {}

  /// An exception that changes a 上限 needs an award with exactly one.
  Alternatives(Draft draft, List<Statement> exceptions, Entity object, int limits) {
    for (var exception : exceptions) {
      var scope = Scope.of(object, exception.block(), exception.name(), "条件").withHistory();
      var when = draft.only(exception, "条件", true);
      var condition = when == null ? null : draft.expression(when.value(), scope, Type.FLAG);
      var amount = value(draft, exception, "额度", scope);
      var limit = value(draft, exception, "上限", scope);
      if (exception.entries("额度").isEmpty() && exception.entries("上限").isEmpty()) {
        draft.error(exception.head(), "例外没有写改什么", "加一行 额度：… 或 上限：…");
      } else if (!exception.entries("上限").isEmpty() && limits != 1) {
        draft.error(
            exception.entries("上限").getFirst().key(),
            "例外改上限，奖补却有 " + limits + " 条上限",
            limits == 0 ? "先在奖补里写一条上限" : "把变化写进奖补的上限里：按 …：甲 → …；乙 → …");
      }
      if (condition != null) {
        alternatives.add(new Alternative(exception.name(), condition, amount, limit));
      }
    }
  }

  Expr amount(Expr amount) {
    return choice(amount, Alternative::amount);
  }

  /// An exception's 上限 is the amount alone; its keys are those of the award's own.
  Award.Limit limit(Award.Limit limit) {
    return new Award.Limit(limit.name(), choice(limit.amount(), Alternative::limit), limit.keys());
  }

  private static @Nullable Expr value(Draft draft, Statement exception, String key, Scope scope) {
    var entry = draft.only(exception, key, false);
    return entry == null ? null : draft.expression(entry.value(), scope.key(key), Type.MONEY);
  }

  private interface Part {
    @Nullable Expr of(Alternative alternative);
  }

  private Expr choice(Expr otherwise, Part part) {
    var changing = alternatives.stream().filter(a -> part.of(a) != null).toList();
    if (changing.isEmpty()) {
      return otherwise;
    }
    var branches = conflicts(changing, otherwise.span());
    for (var one : changing) {
      var then = part.of(one);
      if (then != null) {
        branches.add(new Expr.Branch(one.condition(), then));
      }
    }
    return new Expr.Choose(List.copyOf(branches), otherwise, Type.MONEY, otherwise.span());
  }

  private static List<Expr.Branch> conflicts(List<Alternative> changing, Span span) {
    var conflicts = new ArrayList<Expr.Branch>();
    for (int i = 0; i < changing.size(); i++) {
      for (int j = i + 1; j < changing.size(); j++) {
        var one = changing.get(i);
        var other = changing.get(j);
        var both = List.of(one.condition(), other.condition());
        conflicts.add(
            new Expr.Branch(
                new Expr.Logic(true, both, one.condition().span()),
                new Expr.Conflict(
                    "两个例外同时成立：“" + one.name() + "”与“" + other.name() + "”", Type.MONEY, span)));
      }
    }
    return conflicts;
  }
}
