package duixian.policy.print;

import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.syntax.Figure;
import java.util.List;
import java.util.stream.Collectors;

/// A checked expression on one line: `上2.类别` is a fact two steps up, `{…}` marks what the checker
/// knew and the text did not say.
final class ExprPrinter {
  private ExprPrinter() {}

  static String print(Expr expr) {
    return switch (expr) {
      case Expr.Constant(var literal, _) -> literal(literal);
      case Expr.Word(var position, var type, _) -> type.words().get(position);
      case Expr.Fact(var up, _, var field, _) -> up(up) + field.name();
      case Expr.Owner(var up, var owner, _) -> "{" + up(up) + owner.name() + "}";
      case Expr.Defined(var up, var definition, _) -> up(up) + "{" + definition.name() + "}";
      case Expr.Through(var record, var member, _) -> inner(record) + " 的 " + inner(member);
      case Expr.Arithmetic(var operator, var left, var right, _, _) ->
          inner(left) + " " + operator.sign() + " " + inner(right);
      case Expr.Comparison(var relation, var left, var right, _) ->
          inner(left) + " " + relation.word() + " " + inner(right);
      case Expr.Logic(var all, var parts, _) -> joined(all ? " 且 " : " 或 ", parts);
      case Expr.Not(var part, _) -> "非 " + inner(part);
      case Expr.Fallback(var parts, _, _) -> joined(" 如没有则 ", parts);
      case Expr.Extreme(var least, var parts, _, _) ->
          (least ? "取小(" : "取大(") + listed(parts) + ")";
      case Expr.Choose(var branches, var otherwise, _, _) ->
          branches.stream()
              .map(one -> print(one.when()) + " → " + print(one.then()))
              .collect(
                  Collectors.joining(
                      "；", "选{", otherwise == null ? "}" : "；其余 → " + print(otherwise) + "}"));
      case Expr.Aggregate aggregate -> aggregate(aggregate);
      case Expr.First(var condition, _) -> "首次(" + print(condition) + ")";
      case Expr.Earliest(_, var condition, var keys, _) ->
          "最早(" + print(condition) + ", " + listed(keys) + ")";
      case Expr.HighestRewarded(var quantity, _) -> "历史最高(" + print(quantity) + ")";
      case Expr.Present(var part, _) -> "有(" + print(part) + ")";
      case Expr.Chosen(var reading, _) -> "{解释点 " + reading.name() + "}";
      case Expr.Undecided(var who, var what, _, _) -> "待定（" + who + "：" + what + "）";
      case Expr.Conflict(var message, _, _) -> "冲突（" + message + "）";
      case Expr.CalendarDay(var day, _) -> day.toString();
      case Expr.AssessmentDay _ -> "认定日";
      case Expr.Granted(var award, _) -> "{奖补 " + award + "}";
      case Expr.WasCut(var award, _) -> "{奖补 " + award + "}封顶";
    };
  }

  private static String aggregate(Expr.Aggregate aggregate) {
    var text = new StringBuilder(aggregate.count() ? "计数(" : "合计(");
    text.append(aggregate.up() < 0 ? "{全市}" : up(aggregate.up()))
        .append(aggregate.children().name());
    var value = aggregate.value();
    if (value != null) {
      text.append(" 的 ").append(inner(value));
    }
    var filter = aggregate.filter();
    if (filter != null) {
      text.append(" 其中 ").append(print(filter));
    }
    aggregate.keys().forEach(key -> text.append(", ").append(print(key)));
    return text.append(")").toString();
  }

  static String literal(Literal literal) {
    return literal.type() instanceof Type.Amount(var dimension)
        ? Printer.figure(new Figure(literal.value(), dimension))
        : literal.text();
  }

  private static String up(int up) {
    return up == 0 ? "" : "上" + up + ".";
  }

  private static String joined(String sign, List<Expr> parts) {
    return parts.stream().map(ExprPrinter::inner).collect(Collectors.joining(sign));
  }

  private static String listed(List<Expr> parts) {
    return parts.stream().map(ExprPrinter::print).collect(Collectors.joining(", "));
  }

  private static String inner(Expr expr) {
    return switch (expr) {
      case Expr.Arithmetic _,
          Expr.Comparison _,
          Expr.Logic _,
          Expr.Not _,
          Expr.Fallback _,
          Expr.Through _ ->
          "(" + print(expr) + ")";
      case Expr.Constant _,
          Expr.Word _,
          Expr.Fact _,
          Expr.Owner _,
          Expr.Defined _,
          Expr.Extreme _,
          Expr.Choose _,
          Expr.Aggregate _,
          Expr.First _,
          Expr.Earliest _,
          Expr.HighestRewarded _,
          Expr.Present _,
          Expr.Chosen _,
          Expr.Undecided _,
          Expr.Conflict _,
          Expr.CalendarDay _,
          Expr.AssessmentDay _,
          Expr.Granted _,
          Expr.WasCut _ ->
          print(expr);
    };
  }
}
