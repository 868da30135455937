package duixian.policy.eval.expression;

import duixian.policy.model.Expr;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a condition does not hold: its own words, then the values that fail it.
public final class Reasons {
  private final Evaluation evaluation;

  public Reasons(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /// `不符合「办公场所已选定 且 人员已到位」：人员已到位为否`.
  public String of(Expr condition, Scope scope) {
    var values = values(condition, scope).distinct().collect(Collectors.joining("，"));
    return "不符合「" + Wording.label(condition) + "」：" + values;
  }

  private Stream<String> values(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Logic(var all, var parts, _) ->
          parts.stream()
              .filter(part -> !all || evaluation.value(part, scope).equals(Value.FALSE))
              .flatMap(part -> values(part, scope));
      case Expr.Not(var part, _) -> values(part, scope);
      case Expr.Comparison(_, var left, var right, _) ->
          Stream.of(left, right).filter(side -> !isWritten(side)).map(side -> value(side, scope));
      case Expr.First first -> first(first, scope);
      case Expr other -> Stream.of(value(other, scope));
    };
  }

  private Stream<String> first(Expr.First first, Scope scope) {
    if (evaluation.value(first.condition(), scope).equals(Value.FALSE)) {
      return values(first.condition(), scope);
    }
    return evaluation.earlierYears(scope).stream()
        .filter(earlier -> evaluation.value(first.condition(), earlier).equals(Value.TRUE))
        .mapToInt(Scope::year)
        .min()
        .stream()
        .mapToObj(year -> year + "年已经达到");
  }

  private String value(Expr expr, Scope scope) {
    var value = evaluation.value(expr, scope);
    return Wording.label(expr) + "为" + evaluation.wording().text(value, expr);
  }

  /// What the condition's own words already say.
  private static boolean isWritten(Expr expr) {
    return List.of(Expr.Constant.class, Expr.Word.class).contains(expr.getClass());
  }
}
