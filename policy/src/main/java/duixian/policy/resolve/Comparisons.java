package duixian.policy.resolve;

import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Comparisons, and 按 which compares a subject with each of its values.
final class Comparisons {
  private final Draft draft;
  private final Expressions expressions;
  private final Names names;

  Comparisons(Draft draft, Expressions expressions, Names names) {
    this.draft = draft;
    this.expressions = expressions;
    this.names = names;
  }

  @Nullable Expr check(Node.Binary node, Scope scope) {
    var relation = relation(node.operator());
    var turned = node.left() instanceof Node.Name name && !names.isKnown(name, scope);
    var first = expressions.check(turned ? node.right() : node.left(), scope, null);
    if (first == null) {
      return null;
    }
    var flag = turned ? null : flag(first, node.right(), relation, node);
    if (flag != null) {
      return flag;
    }
    var other = turned ? node.left() : node.right();
    if (first.type() instanceof Type.Choice choice
        && other instanceof Node.Name(var word, var span)
        && !choice.words().contains(word)
        && !names.isKnown(new Node.Name(word, span), scope)) {
      unknownWord(word, span, choice);
      return null;
    }
    var second = expressions.check(turned ? node.left() : node.right(), scope, first.type());
    if (second == null) {
      return null;
    }
    var left = turned ? second : first;
    var right = turned ? first : second;
    if (Expressions.common(left.type(), right.type()) == null) {
      draft.error(
          node.span(),
          "不能比较：左边是" + left.type().text() + "，右边是" + right.type().text(),
          isZero(left) || isZero(right) ? "0 也要写单位，如 0元、0%" : "两边写成同一种量和单位");
      return null;
    }
    var ordered = left.type() instanceof Type.Amount || left.type() instanceof Type.Day;
    if (!ordered && relation != Expr.Relation.EQUAL && relation != Expr.Relation.UNEQUAL) {
      draft.error(node.span(), left.type().text() + "没有大小", "只能用 = 或 ≠ 比较");
      return null;
    }
    return new Expr.Comparison(relation, left, right, node.span());
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Constant(var literal, _) && literal.value().signum() == 0;
  }

  private void unknownWord(String word, Span span, Type.Choice choice) {
    draft.error(
        span,
        "“" + word + "”不是可选的词",
        Names.nearest(word, choice.words()) + "可以写：" + String.join("、", choice.words()));
  }

  /// `某是否 = 是` is the flag itself.
  private static @Nullable Expr flag(
      Expr left, Node right, Expr.Relation relation, Node.Binary node) {
    if (!(left.type() instanceof Type.Flag)
        || !(right instanceof Node.Name(var word, _))
        || !(word.equals("是") || word.equals("否"))) {
      return null;
    }
    var positive = word.equals("是") == (relation == Expr.Relation.EQUAL);
    return positive ? left : new Expr.Not(left, node.span());
  }

  /// The words of an enumeration each once and all of them, so that no value is left without an
  /// answer.
  @Nullable Expr match(Node.Match node, Scope scope, @Nullable Type expected) {
    var subject = expressions.check(node.subject(), scope, null);
    if (subject == null) {
      return null;
    }
    if (!(subject.type() instanceof Type.Choice choice)) {
      draft.error(
          node.subject().span(), "“按”的后面应当是选项，写的是" + subject.type().text(), "按 类别：甲 → …；乙 → …");
      return null;
    }
    var left = new TreeSet<>(choice.words());
    var branches = new ArrayList<Expr.Branch>();
    @Nullable Type type = null;
    var broken = false;
    for (var one : node.cases()) {
      var word = Names.word(one.value(), choice);
      if (!(word instanceof Expr.Word(var position, _, var span))) {
        unknownWord(Words.text(one.value().span()), one.value().span(), choice);
        broken = true;
        continue;
      }
      if (!left.remove(choice.words().get(position))) {
        draft.error(span, "“" + choice.words().get(position) + "”写了两次", "每个词只写一次");
        broken = true;
      }
      var then = expressions.check(one.then(), scope, type == null ? expected : type);
      if (then == null) {
        broken = true;
        continue;
      }
      var common = type == null ? then.type() : Expressions.common(type, then.type());
      if (common == null) {
        draft.error(one.then().span(), "各分支应当是同一种量，这里是" + then.type().text(), "写成同一种量");
        broken = true;
        continue;
      }
      type = common;
      var when = new Expr.Comparison(Expr.Relation.EQUAL, subject, word, one.value().span());
      branches.add(new Expr.Branch(when, then));
    }
    if (!left.isEmpty() && !broken) {
      draft.error(node.span(), "没有写全：缺 " + String.join("、", left), "给每个词写上 → 和它的值");
      broken = true;
    }
    return broken || type == null
        ? null
        : new Expr.Choose(List.copyOf(branches), null, type, node.span());
  }

  private static Expr.Relation relation(String operator) {
    return switch (operator) {
      case "=", "当且仅当" -> Expr.Relation.EQUAL;
      case "≠" -> Expr.Relation.UNEQUAL;
      case "<" -> Expr.Relation.LESS;
      case "≤" -> Expr.Relation.AT_MOST;
      case ">" -> Expr.Relation.MORE;
      case "≥" -> Expr.Relation.AT_LEAST;
      default -> throw new IllegalStateException("operator must be a relation, was " + operator);
    };
  }
}
