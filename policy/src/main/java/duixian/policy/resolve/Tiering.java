package duixian.policy.resolve;

import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 分档 written out: 全额 as a choice of the step that the quantity falls in, 累进 as the sum of its
/// slices.
///
/// A step's rate is multiplied with the quantity, or with its slice; a rate that is money itself is
/// the figure of the step (全额 only). Every part of the text is checked once and its expression
/// shared.
final class Tiering {
  private final Draft draft;
  private final Expressions expressions;

  Tiering(Draft draft, Expressions expressions) {
    this.draft = draft;
    this.expressions = expressions;
  }

  @Nullable Expr check(Node.Tiers node, Scope scope) {
    var of = expressions.check(node.of(), scope, null);
    if (!isComplete(node) || of == null || expressions.dimension(of) == null) {
      return null;
    }
    var bounds = bounds(node, of, scope);
    var figures = bounds == null ? null : figures(node, of, bounds, scope);
    if (bounds == null || figures == null) {
      return null;
    }
    return node.marginal() ? sum(figures, node.span()) : choice(figures, of, bounds, node.span());
  }

  private boolean isComplete(Node.Tiers node) {
    var steps = node.steps();
    if (steps.size() < 2 || steps.getLast().bound() != null) {
      draft.error(node.span(), "分档至少两档，最后一档写 其余", "分档(量：累进, 不超过 A → r, 其余 → s)");
      return false;
    }
    for (var step : steps.subList(0, steps.size() - 1)) {
      if (step.bound() == null) {
        draft.error(step.rate().span(), "其余只能是最后一档", "把它移到最后");
        return false;
      }
    }
    return true;
  }

  /// The upper bounds, rising and of the quantity's unit; null after a diagnostic.
  private @Nullable List<Expr> bounds(Node.Tiers node, Expr of, Scope scope) {
    var bounds = new ArrayList<Expr>();
    for (var step : node.steps()) {
      if (step.bound() == null) {
        continue;
      }
      var bound = expressions.typed(step.bound(), scope, of.type());
      if (bound == null) {
        return null;
      }
      if (!bounds.isEmpty()
          && bounds.getLast() instanceof Expr.Constant(var low, _)
          && bound instanceof Expr.Constant(var high, var span)
          && low.value().compareTo(high.value()) >= 0) {
        draft.error(span, "各档的界限应当由小到大", "按界限从小到大排列");
        return null;
      }
      bounds.add(bound);
    }
    return bounds;
  }

  private @Nullable List<Expr> figures(Node.Tiers node, Expr of, List<Expr> bounds, Scope scope) {
    var figures = new ArrayList<Expr>();
    @Nullable Type type = null;
    for (int i = 0; i < node.steps().size(); i++) {
      var written = node.steps().get(i).rate();
      var rate = expressions.check(written, scope, Type.RATIO);
      var base = node.marginal() ? slice(i, of, bounds, written.span()) : of;
      var figure = rate == null ? null : figure(rate, base, node.marginal());
      if (figure == null) {
        return null;
      }
      var common = type == null ? figure.type() : Expressions.common(type, figure.type());
      if (common == null) {
        draft.error(
            written.span(),
            "各档应当得出同一种量：这里是" + figure.type().text() + "，前面是" + figures.getFirst().type().text(),
            "写成同一种比例或金额");
        return null;
      }
      type = common;
      figures.add(figure);
    }
    return figures;
  }

  private @Nullable Expr figure(Expr rate, Expr base, boolean marginal) {
    return !marginal && rate.type().equals(Type.MONEY)
        ? rate
        : expressions.product(Expr.Operator.TIMES, base, rate, rate.span());
  }

  /// Step i has 取大(0, 取小(quantity, bound i) − bound i−1).
  private static Expr slice(int i, Expr of, List<Expr> bounds, Span span) {
    var top =
        i == bounds.size()
            ? of
            : new Expr.Extreme(true, List.of(of, bounds.get(i)), of.type(), span);
    return i == 0
        ? top
        : Functions.atLeastZero(
            new Expr.Arithmetic(Expr.Operator.MINUS, top, bounds.get(i - 1), of.type(), span));
  }

  private static Expr sum(List<Expr> figures, Span span) {
    var total = figures.getFirst();
    for (var figure : figures.subList(1, figures.size())) {
      total = new Expr.Arithmetic(Expr.Operator.PLUS, total, figure, total.type(), span);
    }
    return total;
  }

  private static Expr choice(List<Expr> figures, Expr of, List<Expr> bounds, Span span) {
    var branches = new ArrayList<Expr.Branch>();
    for (int i = 0; i < bounds.size(); i++) {
      var bound = bounds.get(i);
      branches.add(
          new Expr.Branch(
              new Expr.Comparison(Expr.Relation.AT_MOST, of, bound, bound.span()), figures.get(i)));
    }
    var last = figures.getLast();
    return new Expr.Choose(List.copyOf(branches), last, last.type(), span);
  }
}
