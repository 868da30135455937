package duixian.policy.resolve;

import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import duixian.policy.value.Dimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks an expression tree; null means that it is wrong and a diagnostic says why.
public final class Expressions {
  private final Draft draft;
  private final Names names;
  private final Functions functions;
  private final Comparisons comparisons;

  Expressions(Draft draft) {
    this.draft = draft;
    this.names = new Names(draft);
    this.functions = new Functions(draft, this);
    this.comparisons = new Comparisons(draft, this, names);
  }

  public Names names() {
    return names;
  }

  /// `expected` types words of an enumeration and 待定; it does not check the result (see [#typed]).
  public @Nullable Expr check(Node node, Scope scope, @Nullable Type expected) {
    var word = Names.word(node, expected);
    if (word != null) {
      return word;
    }
    return switch (node) {
      case Node.Numeral numeral ->
          new Expr.Constant(draft.literals().of(numeral, scope), numeral.span());
      case Node.Day day -> new Expr.CalendarDay(day.day(), day.span());
      case Node.Name name -> name(name, scope);
      case Node.Member member -> member(member, scope);
      case Node.Call call -> functions.check(call, scope, expected);
      case Node.Tiers tiers -> functions.tiers(tiers, scope);
      case Node.Binary binary -> binary(binary, scope, expected);
      case Node.Chain chain -> chain(chain, scope);
      case Node.Not not -> negation(not, scope);
      case Node.Match match -> comparisons.match(match, scope, expected);
      case Node.Undecided(var who, var what, var span) ->
          new Expr.Undecided(who, what, expected == null ? Type.MONEY : expected, span);
    };
  }

  /// As [#check], and the type must be `wanted`.
  public @Nullable Expr typed(Node node, Scope scope, Type wanted) {
    var expr = check(node, scope, wanted);
    if (expr == null) {
      return null;
    }
    if (fits(expr.type(), wanted)) {
      return expr;
    }
    draft.error(
        node.span(),
        (wanted.equals(Type.FLAG) ? "这里应当是条件" : "这里应当是" + wanted.text())
            + "，写的是"
            + expr.type().text(),
        mend(wanted, expr.type()));
    return null;
  }

  /// Equal types; numbers of dimensions that mix.
  public static boolean fits(Type found, Type wanted) {
    return found.equals(wanted)
        || (found instanceof Type.Amount(var one)
            && wanted instanceof Type.Amount(var other)
            && one.common(other) != null);
  }

  /// The dimension of a number, or null after a diagnostic.
  public @Nullable Dimension dimension(Expr expr) {
    if (expr.type() instanceof Type.Amount(var dimension)) {
      return dimension;
    }
    draft.error(expr.span(), "这里应当是一个数，写的是" + expr.type().text(), "只有数可以计算");
    return null;
  }

  private @Nullable Expr name(Node.Name node, Scope scope) {
    if (scope.outcomes() && draft.award(node.name()) != null) {
      return new Expr.Granted(node.name(), node.span());
    }
    return names.resolve(node, scope);
  }

  private @Nullable Expr member(Node.Member node, Scope scope) {
    if (scope.outcomes()
        && node.of() instanceof Node.Name(var award, _)
        && draft.award(award) != null
        && node.name().name().equals("封顶")) {
      return new Expr.WasCut(award, node.span());
    }
    var of = check(node.of(), scope, null);
    if (of == null) {
      return null;
    }
    if (of instanceof Expr.Owner(var up, var owner, _)) {
      var member = names.memberOf(owner, up, node.name());
      return member == null ? null : spanned(member, node);
    }
    var entity = of.type() instanceof Type.Reference(var name) ? draft.entity(name) : null;
    if (entity == null) {
      draft.error(node.of().span(), of.type().text() + "后面不能写“的”", "“的”的前面是主体，或 最早(…)");
      return null;
    }
    var member = names.memberOf(entity, 0, node.name());
    return member == null ? null : new Expr.Through(of, member, node.span());
  }

  private @Nullable Expr negation(Node.Not node, Scope scope) {
    var part = typed(node.part(), scope, Type.FLAG);
    return part == null ? null : new Expr.Not(part, node.span());
  }

  private static Expr spanned(Expr member, Node.Member node) {
    return switch (member) {
      case Expr.Fact(var up, var owner, var field, _) ->
          new Expr.Fact(up, owner, field, node.span());
      case Expr.Defined(var up, var definition, _) -> new Expr.Defined(up, definition, node.span());
      case Expr.Owner(var up, var owner, _) -> new Expr.Owner(up, owner, node.span());
      default -> member;
    };
  }

  private @Nullable Expr chain(Node.Chain node, Scope scope) {
    var parts = new ArrayList<Expr>();
    for (var part : node.parts()) {
      var checked = typed(part, scope, Type.FLAG);
      if (checked != null) {
        parts.add(checked);
      }
    }
    return parts.size() == node.parts().size()
        ? new Expr.Logic(node.all(), List.copyOf(parts), node.span())
        : null;
  }

  private @Nullable Expr binary(Node.Binary node, Scope scope, @Nullable Type expected) {
    return switch (node.operator()) {
      case "+" -> sum(Expr.Operator.PLUS, node, scope, expected);
      case "-" -> sum(Expr.Operator.MINUS, node, scope, expected);
      case "×" -> product(Expr.Operator.TIMES, node, scope);
      case "÷" -> product(Expr.Operator.PER, node, scope);
      case "如没有则" -> fallback(node, scope, expected);
      default -> comparisons.check(node, scope);
    };
  }

  private @Nullable Expr sum(
      Expr.Operator operator, Node.Binary node, Scope scope, @Nullable Type expected) {
    var left = check(node.left(), scope, expected);
    var right = check(node.right(), scope, left == null ? expected : left.type());
    if (left == null || right == null) {
      return null;
    }
    var one = dimension(left);
    var other = dimension(right);
    if (one == null || other == null) {
      return null;
    }
    var common = one.common(other);
    if (common == null) {
      draft.error(
          node.span(),
          one.text()
              + " 与 "
              + other.text()
              + " 不能"
              + (operator == Expr.Operator.PLUS ? "相加" : "相减"),
          "两边写成同一种单位");
      return null;
    }
    return new Expr.Arithmetic(operator, left, right, new Type.Amount(common), node.span());
  }

  private @Nullable Expr product(Expr.Operator operator, Node.Binary node, Scope scope) {
    var left = check(node.left(), scope, Type.RATIO);
    var right = check(node.right(), scope, Type.RATIO);
    return left == null || right == null ? null : product(operator, left, right, node.span());
  }

  /// × or ÷ of two checked numbers; null after a diagnostic.
  @Nullable Expr product(Expr.Operator operator, Expr left, Expr right, Span span) {
    var one = dimension(left);
    var other = dimension(right);
    if (one == null || other == null) {
      return null;
    }
    var times = operator == Expr.Operator.TIMES;
    if (!times && right instanceof Expr.Constant(var literal, _) && literal.value().signum() == 0) {
      draft.error(right.span(), "除数是零", "改成不为零的数");
      return null;
    }
    var result = times ? one.times(other) : one.per(other);
    return new Expr.Arithmetic(operator, left, right, new Type.Amount(result), span);
  }

  private @Nullable Expr fallback(Node.Binary node, Scope scope, @Nullable Type expected) {
    var left = check(node.left(), scope, expected);
    var right = check(node.right(), scope, left == null ? expected : left.type());
    if (left == null || right == null) {
      return null;
    }
    var type = common(left.type(), right.type());
    if (type == null) {
      draft.error(
          node.right().span(),
          "“如没有则”两边应当是同一种量：" + left.type().text() + " 与 " + right.type().text(),
          "两边写成同一种量");
      return null;
    }
    var parts = new ArrayList<Expr>();
    if (left instanceof Expr.Fallback(var earlier, _, _)) {
      parts.addAll(earlier);
    } else {
      parts.add(left);
    }
    parts.add(right);
    return new Expr.Fallback(List.copyOf(parts), type, node.span());
  }

  static @Nullable Type common(Type one, Type other) {
    if (one.equals(other)) {
      return one;
    }
    if (one instanceof Type.Amount(var left) && other instanceof Type.Amount(var right)) {
      var common = left.common(right);
      return common == null ? null : new Type.Amount(common);
    }
    return null;
  }

  public static String mend(Type wanted, Type found) {
    if (wanted.equals(Type.MONEY) && found.equals(Type.RATIO)) {
      return "写成 300万元；若要按比例，写在额度里：租金 × 30%";
    }
    if (wanted.equals(Type.MONEY)
        && found instanceof Type.Amount(var dimension)
        && (dimension.isCounter() || dimension.open())) {
      return "乘上单价，如 × 1万元/家；若是金额，写上单位：200万元";
    }
    if (wanted instanceof Type.Amount(var one) && found instanceof Type.Amount(var other)) {
      return "检查单位：算出来是 " + other.text() + "，应当是 " + one.text();
    }
    return wanted.equals(Type.FLAG) ? "写成比较，如 甲 超过 100家" : "改成" + wanted.text();
  }
}
