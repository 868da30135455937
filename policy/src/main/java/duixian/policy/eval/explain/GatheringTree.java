package duixian.policy.eval.explain;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Expr;
import duixian.policy.trace.Explanation;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Expressions over several records as trees. A long list names its first records and sums up the
/// rest, so that its parts still add up and a city's worth of firms fits a page.
final class GatheringTree {
  private static final int LISTED = 10;
  private static final Explanation.Basis DERIVED = new Explanation.Derived();

  private final Evaluation evaluation;
  private final ExpressionTree trees;

  GatheringTree(Evaluation evaluation, ExpressionTree trees) {
    this.evaluation = evaluation;
    this.trees = trees;
  }

  /// The records that count, those that cannot be told first.
  List<Explanation> of(Expr.Aggregate expr, Scope scope) {
    var open = new ArrayList<Scope>();
    var sure = new ArrayList<Scope>();
    var out = 0;
    for (var child : evaluation.candidates(expr, scope)) {
      var passes = passes(expr, child);
      if (passes.equals(Value.FALSE)) {
        out++;
      } else if (passes.equals(Value.TRUE) && value(expr, child) instanceof Value.Known) {
        sure.add(child);
      } else {
        open.add(child);
      }
    }
    var parts = new ArrayList<Explanation>();
    open.stream().limit(LISTED).map(child -> record(expr, child)).forEach(parts::add);
    sure.stream().limit(LISTED).map(child -> record(expr, child)).forEach(parts::add);
    if (open.size() > LISTED) {
      parts.add(rest("其余缺事实的记录", open.size() - LISTED + "条"));
    }
    if (sure.size() > LISTED) {
      parts.add(rest("其余" + (sure.size() - LISTED) + "条记录", sum(expr, sure)));
    }
    if (out > 0) {
      parts.add(rest("不计入的记录", out + "条"));
    }
    return parts;
  }

  /// The condition in this year, and in the earlier year that decides.
  List<Explanation> of(Expr.First first, Scope scope) {
    var parts = new ArrayList<Explanation>();
    parts.add(trees.of(first.condition(), scope));
    var deciding =
        evaluation.earlierYears(scope).stream()
            .filter(earlier -> !evaluation.value(first.condition(), earlier).equals(Value.FALSE))
            .toList();
    var met =
        deciding.stream()
            .filter(earlier -> evaluation.value(first.condition(), earlier).equals(Value.TRUE))
            .findFirst();
    var shown = met.map(List::of).orElse(deciding);
    for (var earlier : shown) {
      parts.add(
          new Explanation(
              "此前：" + name(earlier),
              met.isPresent() ? "已经达到" : "不能判断",
              DERIVED,
              List.of(trees.of(first.condition(), earlier))));
    }
    if (shown.isEmpty()) {
      parts.add(rest("此前各年", "均未达到"));
    }
    return parts;
  }

  /// Where the record was read that 最早 finds.
  Explanation.Basis found(Expr earliest, Scope scope) {
    return switch (evaluation.value(earliest, scope)) {
      case Value.Referred(var entity, var row) ->
          new Explanation.OfFact(
              evaluation.wording().record(entity, row),
              "标识",
              evaluation.facts().table(entity).origin(row));
      case Value.Absent(var lacks, _) -> {
        var lack = lacks.getFirst();
        yield new Explanation.Absent(lack.fact() + lack.why());
      }
      case Value.Known _, Value.Undecided _ -> DERIVED;
    };
  }

  private Explanation record(Expr.Aggregate expr, Scope child) {
    var parts =
        Stream.of(
                Stream.ofNullable(expr.filter()),
                Stream.ofNullable(expr.value()),
                expr.keys().stream())
            .flatMap(exprs -> exprs)
            .map(part -> trees.of(part, child))
            .toList();
    var text =
        passes(expr, child).equals(Value.TRUE)
            ? evaluation.wording().text(value(expr, child), expr)
            : "不能判断";
    return new Explanation(name(child), text, DERIVED, parts);
  }

  private String sum(Expr.Aggregate expr, List<Scope> children) {
    var sum =
        children.stream()
            .skip(LISTED)
            .map(child -> value(expr, child))
            .map(value -> value instanceof Value.Amount(var number) ? number : Rational.ZERO)
            .reduce(Rational.ZERO, Rational::plus);
    return evaluation.wording().text(new Value.Amount(sum), expr);
  }

  private Value passes(Expr.Aggregate expr, Scope child) {
    return expr.filter() == null ? Value.TRUE : evaluation.value(expr.filter(), child);
  }

  private Value value(Expr.Aggregate expr, Scope child) {
    return expr.value() == null
        ? new Value.Amount(Rational.ONE)
        : evaluation.value(expr.value(), child);
  }

  private String name(Scope record) {
    return evaluation.wording().record(Objects.requireNonNull(record.entity()), record.row());
  }

  private static Explanation rest(String label, String value) {
    return new Explanation(label, value, DERIVED, List.of());
  }
}
