package duixian.policy.resolve;

import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 分档 written out: 全额 as a choice of the step that the amount falls in, 累进 as the sum of its slices.
///
/// A step's rate is multiplied when its product with the amount is money and the rate is a ratio or a price; a rate of money is
/// the figure of the step itself (全额 only).
final class Tiering {
  private final Draft draft;
  private final Expressions expressions;

  Tiering(Draft draft, Expressions expressions) {
    this.draft = draft;
    this.expressions = expressions;
  }

  @Nullable Expr check(Node.Tiers node, Scope scope) {
    if (node.steps().size() < 2 || node.steps().getLast().bound() != null) {
      draft.error(node.span(), "分档至少两档，最后一档写 其余", "分档(量：累进, 不超过 A → r, 其余 → s)");
      return null;
    }
    var bounds = new ArrayList<Node>();
    for (var step : node.steps().subList(0, node.steps().size() - 1)) {
      if (step.bound() == null) {
        draft.error(step.rate().span(), "其余只能是最后一档", "把它移到最后");
        return null;
      }
      bounds.add(step.bound());
    }
    if (!isRising(bounds)) {
      return null;
    }
    var written = node.marginal() ? marginal(node, bounds) : whole(node);
    return written == null ? null : tree(written, node, bounds, scope);
  }

  private boolean isRising(List<Node> bounds) {
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i - 1) instanceof Node.Numeral(var low, _)
          && bounds.get(i) instanceof Node.Numeral(var high, var span)
          && low.value().compareTo(high.value()) >= 0) {
        draft.error(span, "各档的界限应当由小到大", "按界限从小到大排列");
        return false;
      }
    }
    return true;
  }

  private static List<Node> whole(Node.Tiers node) {
    var parts = new ArrayList<Node>();
    for (var step : node.steps()) {
      parts.add(new Node.Binary("×", node.of(), step.rate(), step.rate().span()));
    }
    return parts;
  }

  /// The slice of step i: 取大(0, 取小(amount, bound i) − bound i−1) × rate.
  private static List<Node> marginal(Node.Tiers node, List<Node> bounds) {
    var parts = new ArrayList<Node>();
    for (int i = 0; i < node.steps().size(); i++) {
      var span = node.steps().get(i).rate().span();
      var top =
          i < bounds.size()
              ? new Node.Call(
                  new Node.Name("取小", span), List.of(node.of(), bounds.get(i)), null, span)
              : node.of();
      var slice =
          i == 0
              ? top
              : new Node.Call(
                  new Node.Name("差额", span), List.of(top, bounds.get(i - 1)), null, span);
      parts.add(new Node.Binary("×", slice, node.steps().get(i).rate(), span));
    }
    return parts;
  }

  private @Nullable Expr tree(
      List<Node> written, Node.Tiers node, List<Node> bounds, Scope scope) {
    var parts = new ArrayList<Expr>();
    @Nullable Type type = null;
    for (int i = 0; i < written.size(); i++) {
      var rate = node.steps().get(i).rate();
      var part = expressions.check(node.marginal() ? written.get(i) : figure(rate, written.get(i), scope), scope, null);
      if (part == null) {
        return null;
      }
      var common = type == null ? part.type() : Expressions.common(type, part.type());
      if (common == null) {
        draft.error(rate.span(), "各档应当得出同一种量，这里是" + part.type().text(), "写成同一种比例或金额");
        return null;
      }
      type = common;
      parts.add(part);
    }
    if (type == null) {
      return null;
    }
    return node.marginal() ? sum(parts, type, node) : choice(parts, bounds, type, node, scope);
  }

  /// A money rate of 全额 is the step's own figure; anything else multiplies.
  private Node figure(Node rate, Node product, Scope scope) {
    var checked = expressions.check(rate, scope, Type.RATIO);
    return checked != null && checked.type().equals(Type.MONEY) ? rate : product;
  }

  private static Expr sum(List<Expr> parts, Type type, Node.Tiers node) {
    var total = parts.getFirst();
    for (var part : parts.subList(1, parts.size())) {
      total = new Expr.Arithmetic(Expr.Operator.PLUS, total, part, type, node.span());
    }
    return total;
  }

  private @Nullable Expr choice(
      List<Expr> parts, List<Node> bounds, Type type, Node.Tiers node, Scope scope) {
    var branches = new ArrayList<Expr.Branch>();
    for (int i = 0; i < bounds.size(); i++) {
      var when =
          expressions.check(
              new Node.Binary("≤", node.of(), bounds.get(i), bounds.get(i).span()), scope, null);
      if (when == null) {
        return null;
      }
      branches.add(new Expr.Branch(when, parts.get(i)));
    }
    return new Expr.Choose(List.copyOf(branches), parts.getLast(), type, node.span());
  }
}
