package duixian.policy.columns.exact;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/// Evaluates expressions on rationals.
final class Exact {
  private final Frame frame;
  private final Plan plan;
  private final ToLongFunction<String> bits;
  private final Highest highest;
  private final Gathered gathered;

  /// What earlier years rewarded at most.
  interface Highest {
    Answer of(Expr.HighestRewarded expr, Place place);
  }

  /// `bits`: the lack bit of a name.
  Exact(Frame frame, Plan plan, ToLongFunction<String> bits, Highest highest) {
    this.frame = frame;
    this.plan = plan;
    this.bits = bits;
    this.highest = highest;
    this.gathered = new Gathered(this, frame);
  }

  Answer answer(Expr expr, Place place) {
    return switch (expr) {
      case Expr.Constant e -> Answer.of(e.literal().valueOn(day(place.epoch())));
      case Expr.Word e -> Answer.of(e.position());
      case Expr.Fact e -> fact(e.owner(), e.field(), row(place, e.up()));
      case Expr.Owner e -> Answer.of(row(place, e.up()));
      case Expr.Defined e -> answer(e.definition().value(), up(place, e.up()));
      case Expr.Through e -> {
        var record = answer(e.record(), place);
        yield record.isThere()
            ? answer(e.member(), enter(plan.target(e.record()), (int) record.whole(), place))
            : record;
      }
      case Expr.Arithmetic e ->
          arithmetic(e.operator(), answer(e.left(), place), answer(e.right(), place));
      case Expr.Comparison e ->
          compare(e.relation(), answer(e.left(), place), answer(e.right(), place));
      case Expr.Logic e -> logic(e, place);
      case Expr.Not e -> {
        var part = answer(e.part(), place);
        yield part.isThere() ? Answer.of(part.fails()) : part;
      }
      case Expr.Fallback e -> fallback(e.parts(), place);
      case Expr.Extreme e -> extreme(e, place);
      case Expr.Choose e -> choose(e, place);
      case Expr.Aggregate e -> named(gathered.aggregate(e, place), LackName.of(e));
      case Expr.First e -> named(gathered.first(e, place), LackName.FIRST);
      case Expr.Earliest e -> named(gathered.earliest(e, place), LackName.of(e));
      case Expr.HighestRewarded e -> highest.of(e, place);
      case Expr.Present e -> {
        var part = answer(e.part(), place);
        yield (part.lack() & Cell.UNDECIDED_BIT) != 0 ? part : Answer.of(part.isThere());
      }
      case Expr.Chosen e -> {
        var choice = frame.run().choice(e.reading());
        var numbers = e.reading().numbers();
        yield numbers.isEmpty() ? Answer.of(choice) : Answer.of(numbers.get(choice));
      }
      case Expr.Undecided _ -> Answer.lacking(Cell.UNDECIDED_BIT);
      case Expr.Conflict e -> unusable(e.message());
      case Expr.CalendarDay e -> Answer.of(e.day().toEpochDay());
      case Expr.AssessmentDay _ -> Answer.of(frame.calendar().lastDay());
      case Expr.Granted _, Expr.WasCut _ ->
          throw new IllegalArgumentException("not in an award: " + expr);
    };
  }

  Answer fact(Entity owner, Field field, int row) {
    var stored = frame.facts().table(owner).value(field, row);
    if (stored == Table.MISSING) {
      return Answer.lacking(bits.applyAsLong(LackName.of(owner, field)));
    }
    var scale = field.type() instanceof Type.Amount ? field.scale() : 1;
    return Answer.of(Rational.of(stored, scale));
  }

  int row(Place place, int up) {
    return frame.ancestor(place.entity().index(), place.row(), up);
  }

  Place enter(Entity entity, int row, Place from) {
    if (!entity.yearly()) {
      return new Place(entity, row, from.year(), from.epoch());
    }
    var year = frame.facts().table(entity).year(row);
    var calendar = frame.calendar();
    return new Place(entity, row, year, calendar.epochOfRank(calendar.rank(year)));
  }

  Place up(Place place, int steps) {
    return steps == 0 ? place : enter(place.entity().ancestor(steps), row(place, steps), place);
  }

  Answer unusable(String name) {
    return Answer.lacking(bits.applyAsLong(name) | Cell.UNUSABLE_BIT);
  }

  private Answer named(Answer answer, String name) {
    return answer.isThere() ? answer : Answer.lacking(answer.lack(), bits.applyAsLong(name));
  }

  private LocalDate day(int epoch) {
    return epoch == 0 ? LocalDate.MIN : frame.calendar().firstDay(epoch);
  }

  private Answer arithmetic(Expr.Operator operator, Answer left, Answer right) {
    var lack = left.lack() | right.lack();
    if (lack != 0) {
      return Answer.lacking(lack);
    }
    var a = left.number();
    var b = right.number();
    return switch (operator) {
      case PLUS -> Answer.of(a.plus(b));
      case MINUS -> Answer.of(a.minus(b));
      case TIMES -> Answer.of(a.times(b));
      case PER -> b.signum() == 0 ? unusable(LackName.ZERO_DIVISOR) : Answer.of(a.per(b));
    };
  }

  private static Answer compare(Expr.Relation relation, Answer left, Answer right) {
    var lack = left.lack() | right.lack();
    return lack != 0
        ? Answer.lacking(lack)
        : Answer.of(relation.holds(left.number().compareTo(right.number())));
  }

  private Answer logic(Expr.Logic e, Place place) {
    var lack = 0L;
    for (var part : e.parts()) {
      var answer = answer(part, place);
      if (answer.isThere() && answer.holds() != e.all()) {
        return answer;
      }
      lack |= answer.lack();
    }
    return lack != 0 ? Answer.lacking(lack) : Answer.of(e.all());
  }

  private Answer fallback(List<Expr> parts, Place place) {
    var last = Answer.NO;
    for (var part : parts) {
      last = answer(part, place);
      if ((last.lack() & (Cell.UNDECIDED_BIT | Cell.UNUSABLE_BIT)) != 0 || last.isThere()) {
        return last;
      }
    }
    return last;
  }

  private Answer extreme(Expr.Extreme e, Place place) {
    var answers = e.parts().stream().map(part -> answer(part, place)).toList();
    var lack = Answer.lacks(answers);
    return lack != 0
        ? Answer.lacking(lack)
        : answers.stream()
            .map(Answer::number)
            .reduce(e.least() ? Rational::min : Rational::max)
            .map(Answer::of)
            .orElseThrow();
  }

  private Answer choose(Expr.Choose e, Place place) {
    for (var branch : e.branches()) {
      var when = answer(branch.when(), place);
      if (!when.isThere()) {
        return when;
      }
      if (when.holds()) {
        return answer(branch.then(), place);
      }
    }
    var otherwise = e.otherwise();
    return otherwise == null ? unusable(LackName.NO_CASE) : answer(otherwise, place);
  }
}
