package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.plan.Derived;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Expr;
import java.util.List;

/// Writes the code of expressions into one method.
public final class Expressions {
  private final Body body;
  private final Plan plan;
  private final Tables tables;
  private final Lacks lacks;
  private final Numbers numbers;
  private final Logic logic;
  private final Choices choices;
  private int written;

  public Expressions(Body body, Plan plan, Tables tables, Lacks lacks) {
    this.body = body;
    this.plan = plan;
    this.tables = tables;
    this.lacks = lacks;
    this.numbers = new Numbers(body);
    this.logic = new Logic(body, numbers);
    this.choices = new Choices(body, numbers);
  }

  public Numbers numbers() {
    return numbers;
  }

  /// Beyond the size of a method the row leaves for the exact way.
  public Value write(Expr expr, Site site) {
    return ++written > tables.most() ? Value.unknown(body) : code(expr, site);
  }

  private Value code(Expr expr, Site site) {
    return switch (expr) {
      case Expr.Constant e -> constant(e, site);
      case Expr.Word e -> Value.fixed(e.position());
      case Expr.Fact e -> fact(e, site);
      case Expr.Owner e -> row(site.rows().get(e.up()));
      case Expr.Defined e -> write(e.definition().value(), site.up(body, e.up()));
      case Expr.Through e -> choices.through(write(e.record(), site), row -> member(e, row, site));
      case Expr.Arithmetic e ->
          numbers.arithmetic(
              e.operator(),
              write(e.left(), site),
              write(e.right(), site),
              lacks.unusable(LackName.ZERO_DIVISOR));
      case Expr.Comparison e ->
          logic.compare(e.relation(), write(e.left(), site), write(e.right(), site));
      case Expr.Logic e -> logic.combine(e.all(), e.parts(), part -> write(part, site));
      case Expr.Not e -> logic.not(write(e.part(), site));
      case Expr.Fallback e -> choices.fallback(e.parts(), part -> write(part, site));
      case Expr.Extreme e -> numbers.extreme(e.least(), writeAll(e.parts(), site));
      case Expr.Choose e ->
          choices.choose(e, part -> write(part, site), lacks.unusable(LackName.NO_CASE));
      case Expr.Aggregate e -> derived(plan.derived(e), site, e.up(), LackName.of(e));
      case Expr.First e -> derived(plan.derived(e), site, 0, LackName.FIRST);
      case Expr.Earliest e -> derived(plan.derived(e), site, 0, LackName.of(e));
      case Expr.HighestRewarded e -> rewarded(e, site);
      case Expr.Present e -> logic.present(write(e.part(), site));
      case Expr.Chosen e -> chosen(e);
      case Expr.Undecided _ -> Value.lacking(new Operand.Fixed(Cell.UNDECIDED_BIT));
      case Expr.Conflict e -> Value.lacking(new Operand.Fixed(lacks.unusable(e.message())));
      case Expr.CalendarDay e -> Value.fixed(e.day().toEpochDay());
      case Expr.AssessmentDay _ -> {
        body.code.aload(body.calendar()).invokevirtual(Body.CALENDAR, "lastDay", Body.TO_LONG);
        yield Value.whole(body.keep(), Operand.Fixed.ZERO);
      }
      case Expr.Granted _, Expr.WasCut _ ->
          throw new IllegalArgumentException("not in an award: " + expr);
    };
  }

  public List<Value> writeAll(List<Expr> parts, Site site) {
    return Logic.all(parts, part -> write(part, site));
  }

  private Value constant(Expr.Constant e, Site site) {
    if (e.literal().changes().isEmpty()) {
      return tables.fixed(e.literal().value());
    }
    var literal = tables.literal(e.literal());
    body.code.aload(body.longs("literal", literal)).iload(site.epoch()).laload();
    return new Value(
        body.keep(), tables.literalScale(literal), Operand.Fixed.ONE, Operand.Fixed.ZERO);
  }

  private Value chosen(Expr.Chosen e) {
    var reading = tables.reading(e.reading());
    var bits = body.input(body.frame(), Body.FRAME, "reading", Body.LONG, reading);
    return new Value(
        new Operand.Slot(bits),
        tables.readingScale(e.reading()),
        Operand.Fixed.ONE,
        Operand.Fixed.ZERO);
  }

  private Value fact(Expr.Fact e, Site site) {
    var column = body.longs("column", e.owner().index(), e.field().index());
    body.code.aload(column).iload(site.rows().get(e.up())).laload();
    return body.fact(e.owner(), e.field(), lacks.bit(LackName.of(e.owner(), e.field())));
  }

  private Value row(int local) {
    body.code.iload(local).i2l();
    return Value.whole(body.keep(), Operand.Fixed.ZERO);
  }

  private Value member(Expr.Through e, int row, Site from) {
    var site = Site.at(body, plan.target(e.record()), row, from.rank(), from.epoch());
    return write(e.member(), site);
  }

  private Value derived(Derived derived, Site site, int up, String label) {
    var code = body.code;
    code.aload(body.longs("derived", derived.index()));
    if (derived.owner() == null) {
      code.iconst_0();
    } else {
      code.iload(site.rows().get(up));
    }
    if (derived.byYear()) {
      code.iload(body.slots()).imul().iload(site.rank()).iadd();
    }
    if (derived.byEpoch()) {
      code.iload(body.epochs()).imul().iload(site.epoch()).iadd();
    }
    code.laload();
    return body.cell(tables.derivedScale(derived), lacks.bit(label));
  }

  private Value rewarded(Expr.HighestRewarded e, Site site) {
    var reward = tables.reward(e);
    body.code.aload(body.longs("rewarded", reward.index())).iload(site.rows().getLast()).laload();
    return body.cell(reward.scale(), lacks.bit(LackName.HIGHEST));
  }
}
