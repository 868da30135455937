package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.resolve.Yearliness;
import duixian.policy.resolve.Names;
import duixian.policy.resolve.Expressions;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 奖补 with the 例外 that change it.
final class AwardCheck {
  private static final Pattern FREQUENCY =
      Pattern.compile("(一次性|逐年)(?:\\s+最长\\s*(\\S+))?(?:\\s+(每.*))?", Pattern.DOTALL);

  private final Draft draft;
  private final Keys keys;
  private final List<Statement> exceptions;

  AwardCheck(Draft draft, List<Statement> exceptions) {
    this.draft = draft;
    this.keys = new Keys(draft);
    this.exceptions = exceptions;
  }

  void check(Statement statement) {
    var objectEntry = draft.only(statement, "对象", true);
    var object = objectEntry == null ? null : object(objectEntry);
    if (objectEntry == null || object == null) {
      return;
    }
    var scope = Scope.of(object, statement.block(), statement.name(), "对象");
    var filter = filter(objectEntry, scope);
    var alternatives = new Alternatives(draft, exceptionsOf(statement), scope.withHistory());
    var conditions = new ArrayList<Expr>();
    for (var entry : statement.entries("条件")) {
      var condition = expression(entry.value(), scope.key("条件").withHistory(), Type.FLAG);
      if (condition != null) {
        conditions.addAll(parts(condition));
      }
    }
    var frequency = frequency(statement, scope);
    var amount = amount(statement, scope, alternatives);
    var limits = limits(statement, scope, alternatives);
    var day = day(statement, "年度", scope);
    var order = day(statement, "次序", scope);
    var quota = quota(statement, scope);
    if (frequency == null || amount == null) {
      return;
    }
    if (object.yearly() && day != null) {
      draft.warning(statement.head(), object.name() + "是逐年的，年度由记录决定", "删去 年度 这一行");
    }
    var yearly = !object.yearly() && isYearly(filter, conditions, amount);
    draft.awards.put(
        statement.name(),
        new Award(
            statement.name(),
            draft.awards.size(),
            scope.clause(),
            object,
            filter,
            conditions,
            frequency,
            amount,
            limits,
            quota,
            object.yearly() ? null : day,
            order,
            payee(statement, object),
            evidence(statement),
            readings(statement),
            yearly,
            statement.head()));
  }

  private List<Statement> exceptionsOf(Statement award) {
    return exceptions.stream()
        .filter(
            e -> {
              var of = draft.only(e, "于", false);
              return of != null && of.value().text().strip().equals(award.name());
            })
        .toList();
  }

  private static boolean isYearly(@Nullable Expr filter, List<Expr> conditions, Expr amount) {
    return Yearliness.isYearly(filter)
        || Yearliness.isYearly(amount)
        || conditions.stream().anyMatch(Yearliness::isYearly);
  }

  private @Nullable Entity object(Statement.Entry entry) {
    var end = keys.firstWord(entry.value(), "其中");
    var name = new Span(entry.value().source(), entry.value().from(), end).text().strip();
    var object = draft.entities.get(name);
    if (object == null) {
      draft.error(
          entry.value(),
          "没有声明的主体 “" + name + "”",
          Names.suggestion(name, draft.entities.keySet()));
    }
    return object;
  }

  private @Nullable Expr filter(Statement.Entry entry, Scope scope) {
    var at = keys.firstWord(entry.value(), "其中");
    if (at == entry.value().to()) {
      return null;
    }
    return expression(
        new Span(entry.value().source(), at + "其中".length(), entry.value().to()), scope, Type.FLAG);
  }

  /// Conditions joined by 且 are reported one by one.
  private static List<Expr> parts(Expr condition) {
    return condition instanceof Expr.Logic(var all, var parts, _) && all
        ? parts
        : List.of(condition);
  }

  private Award.@Nullable Frequency frequency(Statement statement, Scope scope) {
    var entry = draft.only(statement, "频次", true);
    if (entry == null) {
      return null;
    }
    var object = java.util.Objects.requireNonNull(scope.entity());
    var text = FREQUENCY.matcher(entry.value().text());
    if (!text.matches() || (text.group(1).equals("一次性") && text.group(2) != null)) {
      draft.error(entry.value(), "频次写得不对", "写成 一次性、一次性 每 平台、逐年 或 逐年 最长 3年");
      return null;
    }
    @Nullable List<Key> by = null;
    if (text.group(3) != null) {
      by = keys.read(sub(entry.value(), text.start(3), text.end(3)), object);
      if (by == null) {
        return null;
      }
    }
    if (text.group(1).equals("一次性")) {
      var up = object.yearly() && object.parent() != null ? 1 : 0;
      return new Award.Frequency.Once(
          by != null ? by : List.of(new Key.Owner(up, object.ancestor(up))));
    }
    var root = new Key.Owner(object.stepsTo(object.root()), object.root());
    if (text.group(2) == null) {
      return new Award.Frequency.Yearly(null, by != null ? by : List.of(root));
    }
    var years =
        Numerals.whole(draft, sub(entry.value(), text.start(2), text.end(2)), scope.key("频次"), "年");
    return years == null
        ? null
        : new Award.Frequency.Yearly(years, by != null ? by : List.of(root));
  }

  private @Nullable Expr amount(Statement statement, Scope scope, Alternatives alternatives) {
    var entry = draft.only(statement, "额度", true);
    if (entry == null) {
      return null;
    }
    var base = expression(entry.value(), scope.key("额度").withHistory(), Type.MONEY);
    return base == null ? null : alternatives.amount(base);
  }

  private List<Award.Limit> limits(Statement statement, Scope scope, Alternatives alternatives) {
    var limits = new ArrayList<Award.Limit>();
    for (var entry : statement.entries("上限")) {
      var limit = limit(entry, scope.key("上限"));
      if (limit != null) {
        limits.add(alternatives.limit(limit));
      }
    }
    return limits;
  }

  Award.@Nullable Limit limit(Statement.Entry entry, Scope scope) {
    var value = entry.value();
    var at = keys.firstPer(value);
    if (at == value.to()) {
      draft.error(value, "上限没有说每什么", "写成 200万元 每 平台，或 100万元 每 平台 每 年度");
      return null;
    }
    var node = ExpressionParser.parse(trimmed(value, at), draft.diagnostics);
    var by = keys.read(sub(value, at - value.from(), value.text().length()), java.util.Objects.requireNonNull(scope.entity()));
    if (node == null || by == null) {
      return null;
    }
    var amount = draft.expressions.check(node, scope, Type.MONEY);
    if (amount == null) {
      return null;
    }
    if (!Expressions.fits(amount.type(), Type.MONEY)) {
      draft.error(
          node.span(),
          "上限是金额，这里写的是" + amount.type().text(),
          "写成 300万元；若要按比例，写在额度里：租金 × 30%");
      return null;
    }
    return new Award.Limit("上限 " + value.text().strip(), amount, by);
  }

  private Award.@Nullable Quota quota(Statement statement, Scope scope) {
    var entry = draft.only(statement, "名额", false);
    if (entry == null) {
      return null;
    }
    var at = keys.firstPer(entry.value());
    var by =
        at == entry.value().to()
            ? null
            : keys.read(
                sub(entry.value(), at - entry.value().from(), entry.value().text().length()),
                java.util.Objects.requireNonNull(scope.entity()));
    if (by == null) {
      if (at == entry.value().to()) {
        draft.error(entry.value(), "名额没有说每什么", "写成 2家 每 平台 每 年度");
      }
      return null;
    }
    var places = Numerals.whole(draft, trimmed(entry.value(), at), scope.key("名额"), "");
    return places == null ? null : new Award.Quota(places, by);
  }

  private @Nullable Expr day(Statement statement, String key, Scope scope) {
    var entry = draft.only(statement, key, false);
    return entry == null ? null : expression(entry.value(), scope.key(key), Type.DAY);
  }

  private Key payee(Statement statement, Entity object) {
    var root = new Key.Owner(object.stepsTo(object.root()), object.root());
    var entry = draft.only(statement, "受款", false);
    var found = entry == null ? null : keys.read(entry.value(), object);
    return found == null ? root : found.getFirst();
  }

  private List<String> evidence(Statement statement) {
    return statement.entries("材料").stream()
        .flatMap(entry -> Arrays.stream(entry.value().text().split("[、，,；;]")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static List<String> readings(Statement statement) {
    return statement.entries(Keyword.READING.word()).stream()
        .map(entry -> entry.value().text().split("\\s", 2)[0])
        .toList();
  }

  private @Nullable Expr expression(Span span, Scope scope, Type wanted) {
    @Nullable Node node = ExpressionParser.parse(span, draft.diagnostics);
    return node == null ? null : draft.expressions.typed(node, scope, wanted);
  }

  private static Span sub(Span span, int from, int to) {
    return new Span(span.source(), span.from() + from, span.from() + to);
  }

  private static Span trimmed(Span span, int to) {
    var end = to;
    while (end > span.from() && Character.isWhitespace(span.source().text().charAt(end - 1))) {
      end--;
    }
    return new Span(span.source(), span.from(), end);
  }
}
