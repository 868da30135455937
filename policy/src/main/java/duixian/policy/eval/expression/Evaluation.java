package duixian.policy.eval.expression;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The reference meaning of every expression, on the facts and choices of one run. Values that rest
/// on facts alone are computed once. Not safe for several threads at once.
public final class Evaluation {
  private final Run run;
  private final Facts facts;
  private final Records records;
  private final Eras eras;
  private final Memory memory = new Memory();
  private final Wording wording;
  private final Gathering gathering;

  public Evaluation(Run run, Facts facts) {
    this.run = run;
    this.facts = facts;
    this.records = new Records(facts);
    this.eras = new Eras(run.policy(), run.day());
    this.wording = new Wording(facts);
    this.gathering = new Gathering(this, memory);
  }

  public Run run() {
    return run;
  }

  public Facts facts() {
    return facts;
  }

  public Records records() {
    return records;
  }

  public Eras eras() {
    return eras;
  }

  public Wording wording() {
    return wording;
  }

  public Value value(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Constant(var literal, _) -> literal(literal, scope);
      case Expr.Word(var position, _, _) -> new Value.Word(position);
      case Expr.Fact(var up, var owner, var field, _) ->
          wording.value(owner, row(scope, up), field);
      case Expr.Owner(var up, var owner, _) -> new Value.Referred(owner, row(scope, up));
      case Expr.Defined defined -> defined(defined, up(scope, defined.up()));
      case Expr.Through(var record, var member, _) ->
          switch (value(record, scope)) {
            case Value.Referred(var entity, var row) -> value(member, enter(scope, entity, row));
            case Value other -> other;
          };
      case Expr.Arithmetic arithmetic ->
          Numbers.arithmetic(
              arithmetic.operator(),
              value(arithmetic.left(), scope),
              value(arithmetic.right(), scope),
              () -> wording.place(arithmetic.right(), scope));
      case Expr.Comparison comparison ->
          Numbers.compare(
              comparison.relation(),
              value(comparison.left(), scope),
              value(comparison.right(), scope));
      case Expr.Logic(var all, var parts, _) -> logic(all, parts, scope);
      case Expr.Not(var part, _) -> not(value(part, scope));
      case Expr.Fallback(var parts, _, _) -> fallback(parts, scope);
      case Expr.Extreme extreme -> extreme(extreme, scope);
      case Expr.Choose choose -> choose(choose, scope);
      case Expr.Aggregate aggregate -> gathering.aggregate(aggregate, scope);
      case Expr.First first -> gathering.first(first, scope);
      case Expr.Earliest earliest -> gathering.earliest(earliest, scope);
      case Expr.HighestRewarded highest -> scope.past().highest(highest);
      case Expr.Present(var part, _) -> present(value(part, scope));
      case Expr.Chosen(var reading, _) -> chosen(reading);
      case Expr.Undecided(var who, var what, _, _) ->
          new Value.Undecided(List.of(what + "（由" + who + "确定）"));
      case Expr.Conflict conflict ->
          Value.unusable(wording.place(conflict, scope), conflict.message());
      case Expr.CalendarDay(var day, _) -> new Value.Day(day.toEpochDay());
      case Expr.AssessmentDay _ ->
          new Value.Day(Math.min(run.day().toEpochDay(), run.policy().expires().toEpochDay()));
      case Expr.Granted(var award, _) -> scope.past().granted(award, scope);
      case Expr.WasCut(var award, _) -> scope.past().wasCut(award, scope);
    };
  }

  /// The scope of another record, reached from this one.
  public Scope enter(Scope from, Entity entity, int row) {
    if (!entity.yearly()) {
      return new Scope(entity, row, from.year(), from.era(), from.past());
    }
    var year = table(entity).year(row);
    return new Scope(entity, row, year, eras.ofYear(year), from.past());
  }

  /// The scope of an ancestor.
  public Scope up(Scope scope, int steps) {
    if (steps == 0) {
      return scope;
    }
    return enter(scope, entity(scope).ancestor(steps), row(scope, steps));
  }

  /// The scopes of the records that an aggregate looks at, before its filter.
  public List<Scope> candidates(Expr.Aggregate aggregate, Scope scope) {
    return gathering.candidates(aggregate, scope);
  }

  Table table(Entity entity) {
    return facts.table(entity);
  }

  /// Whether the value rests on a fact being absent, so that it may change though it is known.
  public boolean isHedged(Expr expr) {
    return memory.parts().hedged(expr);
  }

  /// The records of the same parent in earlier years.
  public List<Scope> earlierYears(Scope scope) {
    return gathering.earlierYears(scope);
  }

  static Entity entity(Scope scope) {
    return Objects.requireNonNull(scope.entity(), "no record to read from");
  }

  private int row(Scope scope, int up) {
    return up == 0 ? scope.row() : records.ancestor(entity(scope), scope.row(), up);
  }

  private Value literal(Literal literal, Scope scope) {
    return memory.literal(
        literal,
        scope.era(),
        () -> {
          var number = literal.valueOn(eras.day(scope.era()));
          return literal.type() instanceof Type.Day
              ? new Value.Day(number.numerator().longValueExact())
              : new Value.Amount(number);
        });
  }

  private Value defined(Expr.Defined defined, Scope owner) {
    var value = defined.definition().value();
    return memory.steady(value, owner, () -> value(value, owner));
  }

  private Value logic(boolean all, List<Expr> parts, Scope scope) {
    var values = new ArrayList<Value>();
    for (var part : parts) {
      var value = value(part, scope);
      if (value instanceof Value.Flag(var holds) && holds != all) {
        return value;
      }
      values.add(value);
    }
    var obstacle = Value.obstacle(values);
    return obstacle != null ? obstacle : Value.flag(all);
  }

  private static Value not(Value value) {
    return value instanceof Value.Flag(var holds) ? Value.flag(!holds) : value;
  }

  private Value fallback(List<Expr> parts, Scope scope) {
    var absent = new ArrayList<Value>();
    for (var part : parts) {
      var value = value(part, scope);
      if (!(value instanceof Value.Absent missing) || missing.unusable()) {
        return value;
      }
      absent.add(value);
    }
    return Objects.requireNonNull(Value.obstacle(absent));
  }

  private Value extreme(Expr.Extreme extreme, Scope scope) {
    var values = extreme.parts().stream().map(part -> value(part, scope)).toList();
    var obstacle = Value.obstacle(values);
    return obstacle != null ? obstacle : Numbers.extreme(extreme.least(), values);
  }

  private Value choose(Expr.Choose choose, Scope scope) {
    for (var branch : choose.branches()) {
      var when = value(branch.when(), scope);
      if (!(when instanceof Value.Flag(var holds))) {
        return when;
      }
      if (holds) {
        return value(branch.then(), scope);
      }
    }
    return choose.otherwise() == null
        ? Value.unusable(wording.place(choose, scope), "没有适用的情形")
        : value(choose.otherwise(), scope);
  }

  private static Value present(Value value) {
    return switch (value) {
      case Value.Known _ -> Value.TRUE;
      case Value.Absent _ -> Value.FALSE;
      case Value.Undecided undecided -> undecided;
    };
  }

  private Value chosen(Reading reading) {
    var choice = run.choice(reading);
    return reading.numbers().isEmpty()
        ? new Value.Word(choice)
        : new Value.Amount(reading.numbers().get(choice));
  }
}
