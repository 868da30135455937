package duixian.policy.resolve;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Words;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The closed list of functions; 差额 and 分档 are written out in the other forms.
final class Functions {
  private static final List<String> ALL =
      List.of("取小", "取大", "计数", "合计", "首次", "最早", "历史最高", "有", "差额", "分档");

  private final Draft draft;
  private final Expressions expressions;
  private final Tiering tiering;

  Functions(Draft draft, Expressions expressions) {
    this.draft = draft;
    this.expressions = expressions;
    this.tiering = new Tiering(draft, expressions);
  }

  @Nullable Expr check(Node.Call call, Scope scope, @Nullable Type expected) {
    var name = call.name().name();
    if (call.filter() != null && !name.equals("计数") && !name.equals("合计")) {
      draft.error(call.filter().span(), name + "里不能写“其中”", "只有 计数 和 合计 可以");
      return null;
    }
    return switch (name) {
      case "取小" -> extreme(true, call, scope, expected);
      case "取大" -> extreme(false, call, scope, expected);
      case "差额" -> excess(call, scope);
      case "计数" -> aggregate(true, call, scope);
      case "合计" -> aggregate(false, call, scope);
      case "首次" -> first(call, scope);
      case "最早" -> earliest(call, scope);
      case "历史最高" -> highest(call, scope);
      case "有" -> present(call, scope);
      default -> {
        draft.error(
            call.name().span(),
            "没有“" + name + "”这个函数",
            Names.nearest(name, ALL) + "函数只有：" + String.join("、", ALL));
        yield null;
      }
    };
  }

  @Nullable Expr tiers(Node.Tiers tiers, Scope scope) {
    return tiering.check(tiers, scope);
  }

  private @Nullable Expr extreme(
      boolean least, Node.Call call, Scope scope, @Nullable Type expected) {
    if (call.arguments().size() < 2) {
      draft.error(call.span(), call.name().name() + "至少要两个量", "用逗号分开：取小(甲, 乙)");
      return null;
    }
    var parts = new ArrayList<Expr>();
    @Nullable Type type = expected;
    @Nullable Type common = null;
    for (var argument : call.arguments()) {
      var part = expressions.check(argument, scope, type);
      if (part == null) {
        return null;
      }
      if (!(part.type() instanceof Type.Amount) && !(part.type() instanceof Type.Day)) {
        draft.error(argument.span(), part.type().text() + "没有大小", "写数或日期");
        return null;
      }
      var next = common == null ? part.type() : Expressions.common(common, part.type());
      if (next == null) {
        draft.error(argument.span(), "各个量应当同一种，这里是" + part.type().text(), "写成同一种单位");
        return null;
      }
      common = next;
      type = next;
      parts.add(part);
    }
    return common == null ? null : new Expr.Extreme(least, List.copyOf(parts), common, call.span());
  }

  /// 差额(a, b) is 取大(0, a − b).
  private @Nullable Expr excess(Node.Call call, Scope scope) {
    if (call.arguments().size() != 2) {
      draft.error(call.span(), "差额要两个量", "写成 差额(甲, 乙)");
      return null;
    }
    var difference =
        expressions.check(
            new Node.Binary("-", call.arguments().get(0), call.arguments().get(1), call.span()),
            scope,
            null);
    return difference == null ? null : atLeastZero(difference);
  }

  static Expr atLeastZero(Expr amount) {
    var zero = new Literal("零", amount.type(), Rational.ZERO, "0", List.of(), null, amount.span());
    return new Expr.Extreme(
        false,
        List.of(new Expr.Constant(zero, amount.span()), amount),
        amount.type(),
        amount.span());
  }

  private @Nullable Expr aggregate(boolean count, Node.Call call, Scope scope) {
    var first = call.arguments().getFirst();
    var childName = count ? first : first instanceof Node.Member member ? member.of() : first;
    var children = childName instanceof Node.Name(var name, _) ? draft.entity(name) : null;
    if (children == null) {
      draft.error(
          childName.span(),
          "没有声明的主体 “" + Words.text(childName.span()) + "”",
          count ? "写成 计数(子主体 其中 条件)" : "写成 合计(子主体的字段 其中 条件)");
      return null;
    }
    var up = steps(children, scope);
    if (up < -1) {
      draft.error(childName.span(), children.name() + "不是这里的下级", "只能数本记录或其上级的直接下级");
      return null;
    }
    var inner = scope.on(children);
    var filter = call.filter() == null ? null : expressions.typed(call.filter(), inner, Type.FLAG);
    if (call.filter() != null && filter == null) {
      return null;
    }
    var keys = new ArrayList<Expr>();
    for (var argument : call.arguments().subList(1, call.arguments().size())) {
      var key = expressions.check(argument, inner, null);
      if (key == null) {
        return null;
      }
      keys.add(key);
    }
    if (count) {
      return new Expr.Aggregate(
          true, up, children, null, filter, List.copyOf(keys), Type.COUNT, call.span());
    }
    if (!keys.isEmpty() || !(first instanceof Node.Member(_, var field, _))) {
      draft.error(call.span(), "合计写得不完整", "写成 合计(子主体的字段 其中 条件)");
      return null;
    }
    var value = expressions.names().memberOf(children, 0, field);
    var dimension = value == null ? null : expressions.dimension(value);
    return value == null || dimension == null
        ? null
        : new Expr.Aggregate(
            false, up, children, value, filter, List.of(), value.type(), call.span());
  }

  /// How far up the parent of the children is; -1 for the whole city, -2 when they hang elsewhere.
  private static int steps(Entity children, Scope scope) {
    if (scope.entity() == null) {
      return -1;
    }
    var parent = children.parent();
    var steps = parent == null ? -1 : scope.entity().stepsTo(parent);
    return steps < 0 ? -2 : steps;
  }

  private @Nullable Expr first(Node.Call call, Scope scope) {
    var condition = only(call, scope, Type.FLAG);
    if (condition == null) {
      return null;
    }
    if (scope.entity() == null || !scope.entity().yearly()) {
      draft.error(call.span(), "首次只能用在逐年的主体上", "把奖补的对象写成逐年的主体");
      return null;
    }
    return new Expr.First(condition, call.span());
  }

  private @Nullable Expr earliest(Node.Call call, Scope scope) {
    if (scope.entity() == null || call.arguments().size() < 2) {
      draft.error(call.span(), "最早要一个条件和至少一个键", "写成 最早(活跃, 企业)");
      return null;
    }
    var condition = expressions.typed(call.arguments().getFirst(), scope, Type.FLAG);
    var keys = new ArrayList<Expr>();
    for (var argument : call.arguments().subList(1, call.arguments().size())) {
      var key = expressions.check(argument, scope, null);
      if (key == null) {
        return null;
      }
      keys.add(key);
    }
    return condition == null
        ? null
        : new Expr.Earliest(scope.entity(), condition, List.copyOf(keys), call.span());
  }

  private @Nullable Expr highest(Node.Call call, Scope scope) {
    if (!scope.history()) {
      draft.error(call.span(), "历史最高只能用在奖补的条件和额度里", "移到 条件 或 额度");
      return null;
    }
    if (call.arguments().size() != 1) {
      draft.error(call.span(), "历史最高要一个量", "写成 历史最高(活跃企业数)");
      return null;
    }
    var quantity = expressions.check(call.arguments().getFirst(), scope.withoutHistory(), null);
    var dimension = quantity == null ? null : expressions.dimension(quantity);
    return quantity == null || dimension == null
        ? null
        : new Expr.HighestRewarded(quantity, call.span());
  }

  private @Nullable Expr present(Node.Call call, Scope scope) {
    if (call.arguments().size() != 1) {
      draft.error(call.span(), "“有”要一个字段", "写成 有(字段)");
      return null;
    }
    var part = expressions.check(call.arguments().getFirst(), scope, null);
    if (part instanceof Expr.Fact
        || part instanceof Expr.Through
        || part instanceof Expr.Earliest) {
      return new Expr.Present(part, call.span());
    }
    if (part != null) {
      draft.error(part.span(), "“有”的括号里应当是字段", "写成 有(字段)");
    }
    return null;
  }

  private @Nullable Expr only(Node.Call call, Scope scope, Type type) {
    if (call.arguments().size() != 1) {
      draft.error(call.span(), call.name().name() + "只要一个条件", "写成 " + call.name().name() + "(条件)");
      return null;
    }
    return expressions.typed(call.arguments().getFirst(), scope, type);
  }
}
