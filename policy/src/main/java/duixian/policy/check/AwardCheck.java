package duixian.policy.check;

import duixian.policy.check.limit.Frequencies;
import duixian.policy.check.limit.Keys;
import duixian.policy.check.limit.Limits;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.resolve.Scope;
import duixian.policy.resolve.Yearliness;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 奖补 with the 例外 that change it.
final class AwardCheck {
  private final Draft draft;
  private final Keys keys;
  private final Frequencies frequencies;
  private final Limits limits;

  AwardCheck(Draft draft) {
    this.draft = draft;
    this.keys = new Keys(draft);
    this.frequencies = new Frequencies(draft, keys);
    this.limits = new Limits(draft, keys);
  }

  void check(Statement statement, List<Statement> exceptions) {
    var entry = draft.only(statement, "对象", true);
    var object = entry == null ? null : object(entry.value());
    if (entry == null || object == null) {
      return;
    }
    var scope = Scope.of(object, statement.block(), statement.name(), "对象");
    var filter = filter(entry.value(), scope);
    var conditions = conditions(statement, scope.key("条件").withHistory());
    var frequency = frequencies.read(statement, object, scope.key("频次"));
    var amountEntry = draft.only(statement, "额度", true);
    var amount =
        amountEntry == null
            ? null
            : draft.expression(amountEntry.value(), scope.key("额度").withHistory(), Type.MONEY);
    var own = limits.limits(statement, object, scope.key("上限"));
    var alternatives = new Alternatives(draft, exceptions, object, statement.entries("上限").size());
    var quota = limits.quota(statement, object, scope.key("名额"));
    var day = day(statement, "年度", scope);
    var order = day(statement, "次序", scope);
    var payee = payee(statement, object);
    if (frequency == null || amount == null) {
      return;
    }
    var figure = alternatives.amount(amount);
    var rowPerYear = !object.yearly() && isYearly(filter, conditions, figure);
    if (day != null && (object.yearly() || rowPerYear)) {
      draft.warning(
          statement.entries("年度").getFirst().key(),
          (object.yearly() ? object.name() + "是逐年的" : "额度或条件随年度变化") + "，年度由记录决定",
          "删去 年度 这一行");
    }
    draft.add(
        new Award(
            statement.name(),
            draft.awards().size(),
            scope.clause(),
            object,
            filter,
            conditions,
            frequency,
            figure,
            own.stream().map(alternatives::limit).toList(),
            quota,
            object.yearly() ? null : day,
            order,
            payee,
            evidence(statement),
            ReadingCheck.names(statement),
            rowPerYear,
            statement.head()));
  }

  private static boolean isYearly(@Nullable Expr filter, List<Expr> conditions, Expr amount) {
    return Yearliness.isYearly(filter)
        || Yearliness.isYearly(amount)
        || conditions.stream().anyMatch(Yearliness::isYearly);
  }

  private @Nullable Entity object(Span value) {
    var span = Words.trimmed(value.source(), value.from(), keys.firstWord(value, "其中"));
    var name = Words.text(span);
    var object = draft.entity(name);
    if (object == null) {
      draft.error(span, "没有声明的主体 “" + name + "”", Names.suggestion(name, draft.entityNames()));
    }
    return object;
  }

  private @Nullable Expr filter(Span value, Scope scope) {
    var at = keys.firstWord(value, "其中");
    return at == value.to()
        ? null
        : draft.expression(
            new Span(value.source(), at + "其中".length(), value.to()), scope, Type.FLAG);
  }

  /// Conditions joined by 且 are reported one by one.
  private List<Expr> conditions(Statement statement, Scope scope) {
    var conditions = new ArrayList<Expr>();
    for (var entry : statement.entries("条件")) {
      var condition = draft.expression(entry.value(), scope, Type.FLAG);
      if (condition instanceof Expr.Logic(var all, var parts, _) && all) {
        conditions.addAll(parts);
      } else if (condition != null) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private @Nullable Expr day(Statement statement, String key, Scope scope) {
    var entry = draft.only(statement, key, false);
    return entry == null ? null : draft.expression(entry.value(), scope.key(key), Type.DAY);
  }

  private Key payee(Statement statement, Entity object) {
    var root = new Key.Owner(object.stepsTo(object.root()), object.root());
    var entry = draft.only(statement, "受款", false);
    var found = entry == null ? null : keys.read(entry.value(), object);
    if (entry == null || found == null) {
      return root;
    }
    if (found.size() != 1 || !isPayable(found.getFirst())) {
      draft.error(entry.value(), "受款应当是一个主体或标识字段", "写成 受款：" + root.text());
      return root;
    }
    return found.getFirst();
  }

  private static boolean isPayable(Key key) {
    return switch (key) {
      case Key.Owner _ -> true;
      case Key.Value(_, var field) -> field.type() instanceof Type.Reference;
      case Key.Year _ -> false;
    };
  }

  private List<String> evidence(Statement statement) {
    return statement.entries("材料").stream()
        .flatMap(entry -> Words.parts(entry.value(), "、，,；;").stream())
        .map(Words::text)
        .toList();
  }
}
