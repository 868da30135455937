package duixian.policy.eval.explain;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.eval.expression.Wording;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Literal;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Explanation.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An expression on a record as a tree: its own words, what it came to, and what it rests on, down
/// to the numbers of the law and the facts. The values are those of [Evaluation]; nothing is
/// computed twice in another way.
public final class ExpressionTree {
  private static final Basis DERIVED = new Explanation.Derived();

  private final Evaluation evaluation;
  private final GatheringTree gathering;

  public ExpressionTree(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.gathering = new GatheringTree(evaluation, this);
  }

  public Explanation of(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Constant(var literal, _) -> literal(literal, scope);
      case Expr.Fact(var up, var owner, var field, _) -> fact(expr, scope, up, owner, field);
      case Expr.Defined(var up, var definition, _) ->
          step(
              expr,
              scope,
              new Explanation.Clause(definition.clause(), definition.span().place()),
              List.of(of(definition.value(), evaluation.up(scope, up))));
      case Expr.Through(var record, var member, _) -> through(expr, record, member, scope);
      case Expr.Arithmetic(_, var left, var right, _, _) -> derived(expr, scope, left, right);
      case Expr.Comparison(_, var left, var right, _) -> derived(expr, scope, left, right);
      case Expr.Logic(_, var parts, _) -> derived(expr, scope, parts);
      case Expr.Not(var part, _) -> derived(expr, scope, part);
      case Expr.Extreme(_, var parts, _, _) -> derived(expr, scope, parts);
      case Expr.Present(var part, _) -> derived(expr, scope, part);
      case Expr.Fallback(var parts, _, _) -> derived(expr, scope, used(parts, scope));
      case Expr.Choose choose -> derived(expr, scope, taken(choose, scope));
      case Expr.Aggregate aggregate -> step(expr, scope, DERIVED, gathering.of(aggregate, scope));
      case Expr.First first -> step(expr, scope, DERIVED, gathering.of(first, scope));
      case Expr.Earliest _ -> step(expr, scope, gathering.found(expr, scope), List.of());
      case Expr.Chosen(var reading, _) ->
          step(
              expr,
              scope,
              new Explanation.ByReading(
                  reading.name(), reading.choices().get(evaluation.run().choice(reading))),
              List.of());
      case Expr.Undecided(var who, var what, _, _) ->
          step(expr, scope, new Explanation.Absent("尚未确定" + what + "，由" + who + "确定"), List.of());
      case Expr.Conflict(var message, _, _) ->
          step(expr, scope, new Explanation.Absent(message), List.of());
      case Expr.Word _,
          Expr.Owner _,
          Expr.HighestRewarded _,
          Expr.AssessmentDay _,
          Expr.CalendarDay _,
          Expr.Granted _,
          Expr.WasCut _ ->
          derived(expr, scope);
    };
  }

  private Explanation derived(Expr expr, Scope scope, Expr... parts) {
    return derived(expr, scope, List.of(parts));
  }

  /// Parts that are words of an enumeration stand in the label already.
  private Explanation derived(Expr expr, Scope scope, List<Expr> parts) {
    var trees =
        parts.stream()
            .filter(part -> !(part instanceof Expr.Word))
            .map(part -> of(part, scope))
            .toList();
    return step(expr, scope, DERIVED, trees);
  }

  /// A step that fails by itself (a zero divisor), with all its parts there, says why.
  private Explanation step(Expr expr, Scope scope, Basis basis, List<Explanation> parts) {
    var value = evaluation.value(expr, scope);
    var own =
        value instanceof Value.Absent(var lacks, _)
                && basis.equals(DERIVED)
                && parts.stream().noneMatch(ExpressionTree::isOpen)
            ? new Explanation.Absent(lacks.getFirst().why())
            : basis;
    return new Explanation(Wording.label(expr), evaluation.wording().text(value, expr), own, parts);
  }

  static boolean isOpen(Explanation tree) {
    return tree.basis() instanceof Explanation.Absent
        || tree.parts().stream().anyMatch(ExpressionTree::isOpen);
  }

  /// The number in force on the row's day, the words that hold it, and the revision that made it.
  private Explanation literal(Literal literal, Scope scope) {
    var day = evaluation.eras().day(scope.era());
    var quote = literal.quote() == null ? "" : literal.quote().text().strip();
    var revision =
        literal.changes().stream()
            .filter(change -> !day.isBefore(change.from()))
            .reduce((earlier, later) -> later)
            .map(change ->
                "（自"
                    + Wording.day(change.from())
                    + "起按「"
                    + change.revision()
                    + "」改为"
                    + change.text()
                    + "）")
            .orElse("");
    return new Explanation(
        literal.text(),
        literal.textOn(day),
        new Explanation.OfLaw(literal.id(), quote + revision),
        List.of());
  }

  private Explanation fact(Expr expr, Scope scope, int up, Entity owner, Field field) {
    var at = evaluation.up(scope, up);
    var basis =
        switch (evaluation.value(expr, scope)) {
          case Value.Absent(var lacks, _) -> new Explanation.Absent(lacks.getFirst().why());
          case Value other ->
              new Explanation.OfFact(
                  evaluation.wording().record(owner, at.row()),
                  field.name(),
                  evaluation.facts().table(owner).origin(at.row()));
        };
    return step(expr, scope, basis, List.of());
  }

  private Explanation through(Expr expr, Expr record, Expr member, Scope scope) {
    var parts = new ArrayList<Explanation>();
    parts.add(of(record, scope));
    if (evaluation.value(record, scope) instanceof Value.Referred(var entity, var row)
        && !(member instanceof Expr.Owner)) {
      parts.add(of(member, evaluation.enter(scope, entity, row)));
    }
    return step(expr, scope, DERIVED, parts);
  }

  /// The parts that were missing and the one that stepped in.
  private List<Expr> used(List<Expr> parts, Scope scope) {
    var used = new ArrayList<Expr>();
    for (var part : parts) {
      used.add(part);
      if (!(evaluation.value(part, scope) instanceof Value.Absent)) {
        break;
      }
    }
    return used;
  }

  /// The condition that decided and the branch that it chose.
  private List<Expr> taken(Expr.Choose choose, Scope scope) {
    for (var branch : choose.branches()) {
      var when = evaluation.value(branch.when(), scope);
      if (when.equals(Value.TRUE)) {
        return List.of(branch.when(), branch.then());
      }
      if (!when.equals(Value.FALSE)) {
        return List.of(branch.when());
      }
    }
    var conditions = choose.branches().stream().map(Expr.Branch::when);
    return Stream.concat(conditions, Stream.ofNullable(choose.otherwise())).toList();
  }
}
