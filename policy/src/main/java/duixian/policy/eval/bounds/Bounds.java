package duixian.policy.eval.bounds;

import duixian.policy.eval.bounds.Possible.Between;
import duixian.policy.eval.bounds.Possible.Nothing;
import duixian.policy.eval.bounds.Possible.Truth;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Expr;
import duixian.policy.trace.Outcome.Lack;
import duixian.policy.value.Rational;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Between what an expression may lie while facts are missing: each of the missing facts in
/// question is let run over everything that it may be; the known ones, and others that nobody
/// misses, stay. The answer holds for every way to supply them.
public final class Bounds {
  private final Evaluation evaluation;
  private final Set<Lack> lacks;

  /// `lacks` are the missing facts in question.
  public Bounds(Evaluation evaluation, Collection<Lack> lacks) {
    this.evaluation = evaluation;
    this.lacks = Set.copyOf(lacks);
  }

  public Possible of(Expr expr, Scope scope) {
    var value = evaluation.value(expr, scope);
    if (value instanceof Value.Known known && !evaluation.isHedged(expr)) {
      return Possible.exactly(known);
    }
    return switch (expr) {
      case Expr.Fact(_, _, var field, _) ->
          isLacked(value) ? Possible.fact(field.type()) : new Nothing();
      case Expr.Defined defined ->
          of(defined.definition().value(), evaluation.up(scope, defined.up()));
      case Expr.Through(var record, var member, _) -> through(record, member, scope);
      case Expr.Arithmetic(var operator, var left, var right, _, _) ->
          Interval.apply(operator, numbers(left, scope), numbers(right, scope));
      case Expr.Comparison comparison -> compare(comparison, scope);
      case Expr.Logic(var all, var parts, _) -> logic(all, parts, scope);
      case Expr.Not(var part, _) -> of(part, scope).truth().negated();
      case Expr.Fallback(var parts, _, _) -> anyOf(parts, scope);
      case Expr.Extreme(var least, var parts, _, _) ->
          parts.stream()
              .map(part -> numbers(part, scope))
              .reduce((a, b) -> Interval.extreme(least, a, b))
              .map(Possible.class::cast)
              .orElseGet(() -> Possible.any(expr.type()));
      case Expr.Choose choose -> choose(choose, scope);
      case Expr.Aggregate aggregate -> aggregate(aggregate, scope);
      case Expr.HighestRewarded _ -> new Nothing();
      case Expr.Present(var part, _) ->
          of(part, scope) instanceof Nothing ? new Truth(false, true) : present(part, scope);
      case Expr.Constant _,
          Expr.Word _,
          Expr.Owner _,
          Expr.First _,
          Expr.Earliest _,
          Expr.Chosen _,
          Expr.Undecided _,
          Expr.Conflict _,
          Expr.CalendarDay _,
          Expr.AssessmentDay _,
          Expr.Granted _,
          Expr.WasCut _ ->
          Possible.any(expr.type());
    };
  }

  private Between numbers(Expr expr, Scope scope) {
    return of(expr, scope).numbers();
  }

  private Possible through(Expr record, Expr member, Scope scope) {
    return evaluation.value(record, scope) instanceof Value.Referred(var entity, var row)
        ? of(member, evaluation.enter(scope, entity, row))
        : Possible.any(member.type());
  }

  private Possible compare(Expr.Comparison comparison, Scope scope) {
    var left = of(comparison.left(), scope);
    var right = of(comparison.right(), scope);
    return left instanceof Between a && right instanceof Between b
        ? Interval.compare(comparison.relation(), a, b)
        : new Truth(true, true);
  }

  private Possible logic(boolean all, List<Expr> parts, Scope scope) {
    var ranges = parts.stream().map(part -> of(part, scope)).toList();
    return all
        ? new Truth(
            ranges.stream().allMatch(Possible::mayHold),
            ranges.stream().anyMatch(Possible::mayFail))
        : new Truth(
            ranges.stream().anyMatch(Possible::mayHold),
            ranges.stream().allMatch(Possible::mayFail));
  }

  /// A part that is missing may be supplied later; the first that is there for good ends the line.
  private Possible anyOf(List<Expr> parts, Scope scope) {
    Possible range = new Nothing();
    for (var part : parts) {
      range = range.or(of(part, scope));
      if (evaluation.value(part, scope) instanceof Value.Known && !evaluation.isHedged(part)) {
        break;
      }
    }
    return range;
  }

  private Truth present(Expr part, Scope scope) {
    var there = evaluation.value(part, scope) instanceof Value.Known;
    return new Truth(true, !there);
  }

  private boolean isLacked(Value value) {
    return value instanceof Value.Absent(var missing, _)
        && missing.stream().anyMatch(lacks::contains);
  }

  private Possible choose(Expr.Choose choose, Scope scope) {
    Possible range = new Nothing();
    for (var branch : choose.branches()) {
      var when = of(branch.when(), scope);
      if (when.mayHold()) {
        range = range.or(of(branch.then(), scope));
      }
      if (!when.mayFail()) {
        return range;
      }
    }
    return choose.otherwise() == null ? range : range.or(of(choose.otherwise(), scope));
  }

  private Possible aggregate(Expr.Aggregate expr, Scope scope) {
    var sum = Interval.ZERO;
    for (var child : evaluation.candidates(expr, scope)) {
      var passes = holds(expr.filter(), child);
      if (passes.mayHold()) {
        var item = item(expr, child);
        sum = sum.plus(passes.mayFail() ? item.or(Interval.ZERO).numbers() : item);
      }
    }
    return expr.keys().isEmpty() ? sum : distinct(sum);
  }

  /// Distinct combinations are at most as many as the records, and one as soon as there is one.
  private static Between distinct(Between records) {
    var least = records.least() != null && records.least().signum() > 0;
    return new Between(least ? Rational.ONE : Rational.ZERO, records.most());
  }

  private Possible holds(@Nullable Expr filter, Scope scope) {
    return filter == null ? new Truth(true, false) : of(filter, scope);
  }

  private Between item(Expr.Aggregate expr, Scope child) {
    return expr.value() == null
        ? new Between(Rational.ONE, Rational.ONE)
        : numbers(expr.value(), child);
  }
}
