package duixian.policy.columns.exact;

import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Failure;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import duixian.policy.value.Rational;
import duixian.policy.value.Rounding;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Works out single rows of one award, as the generated loop does for the others.
public final class ExactRows {
  private final Frame frame;
  private final Plan plan;
  private final Award award;
  private final List<Use> uses;
  private final Exact exact;
  private final ToLongFunction<String> bits;

  /// `lacks` are the names behind the award's lack bits; `rewards` the place of each 历史最高 among the
  /// frame's.
  public ExactRows(
      Frame frame,
      Plan plan,
      Award award,
      List<Use> uses,
      List<String> lacks,
      java.util.function.ToIntFunction<Expr.HighestRewarded> rewards) {
    this.frame = frame;
    this.plan = plan;
    this.award = award;
    this.uses = uses;
    this.bits = name -> bit(lacks, name);
    this.exact =
        new Exact(frame, plan, bits, (expr, place) -> highest(rewards.applyAsInt(expr), place));
  }

  /// The state of the filter on a candidate, or -1 when it is false.
  public int filter(Candidates candidates, int position) {
    var row = candidates.row(position);
    var years = candidates.years();
    var day = day(row);
    var place = place(row, years == null ? 0 : years[position], day);
    var filter = award.filter();
    var answer = filter == null ? Answer.YES : exact.answer(filter, place);
    if (answer.fails()) {
      return -1;
    }
    return answer.isThere() ? Candidates.HOLDS : state(answer.lack());
  }

  public void assess(Sheet sheet, int i) {
    var row = sheet.row(i);
    var years = sheet.years();
    var day = day(row);
    var place = place(row, years == null ? 0 : years[i], day);
    if (years != null) {
      years[i] = place.year();
    }
    var filter = award.filter();
    var open = filter == null ? 0 : exact.answer(filter, place).lack();
    if (open != 0) {
      lacking(sheet, i, open);
      return;
    }
    var outside = day == null ? outside(place.year()) : day.isThere() ? outside(day.whole()) : 0;
    if (outside != 0) {
      ineligible(sheet, i, outside);
      return;
    }
    quantities(sheet, i, place);
    if (conditions(sheet, i, place, lack(day))) {
      payable(sheet, i, place, day == null ? Answer.NO : day);
    }
  }

  /// What a limit leaves, in fen, or what is lacking.
  public record Room(long fen, long lack) {
    /// The lack as a stored state.
    public long state() {
      return Cell.store(0, lack);
    }
  }

  /// What a limit leaves beside the outside money of yearly records.
  public Room room(Use use, int row, int[] records) {
    var expr = use.limit();
    var outside = use.outside();
    if (expr == null || outside == null) {
      throw new IllegalArgumentException("no outside money: " + use.name());
    }
    var left = exact.answer(expr, place(row, 0, null)).number();
    var lack = 0L;
    for (var record : records) {
      var money = exact.answer(outside, place(record, 0, null));
      lack |= money.lack();
      left = left.minus(money.number());
    }
    var fen = fen(left, Rounding.DOWN, 1);
    lack |= fen == null ? Cell.UNUSABLE_BIT : 0;
    return new Room(fen == null ? 0 : Math.max(0, fen), lack);
  }

  private void quantities(Sheet sheet, int i, Place place) {
    var asked = plan.rewarded(award.index());
    for (int n = 0; n < asked.size(); n++) {
      var quantity =
          exact.answer(asked.get(n).expr().quantity(), exact.up(place, asked.get(n).up()));
      sheet.quantities(n)[i] = quantity.isThere() ? Cell.EXACT : Cell.MISSING;
    }
  }

  /// The quantity of a row whose scaled long does not hold it.
  public Rational quantity(Plan.Rewarded asked, Sheet sheet, int i) {
    var years = sheet.years();
    var row = sheet.row(i);
    var place = place(row, years == null ? 0 : years[i], day(row));
    return exact.answer(asked.expr().quantity(), exact.up(place, asked.up())).number();
  }

  private boolean conditions(Sheet sheet, int i, Place place, long dayLack) {
    var failed = 0L;
    var lack = dayLack;
    for (int n = 0; n < award.conditions().size(); n++) {
      var answer = exact.answer(award.conditions().get(n), place);
      failed |= answer.fails() ? Failure.condition(n) : 0;
      lack |= answer.lack();
    }
    if (failed != 0) {
      ineligible(sheet, i, failed);
    } else if (lack != 0) {
      lacking(sheet, i, lack);
    }
    return failed == 0 && lack == 0;
  }

  private void payable(Sheet sheet, int i, Place place, Answer day) {
    var policy = plan.policy();
    var amount = exact.answer(award.amount(), place);
    var held = amount.lack();
    var figure = fen(amount.number(), policy.rounding(), policy.unitFen());
    if (figure == null || figure < 0) {
      held |= exact.unusable(figure == null ? LackName.TOO_LARGE : LackName.NEGATIVE).lack();
    }
    sheet.figures()[i] = figure == null || figure < 0 ? 0 : figure;
    for (var use : uses) {
      held |= new ExactUse(exact, frame, bits, use).write(sheet, i, place);
    }
    var orders = sheet.orders();
    if (orders != null) {
      var order = award.order() == null ? day : exact.answer(award.order(), place);
      held |= order.lack();
      orders[i] = order.isThere() ? order.whole() : Long.MAX_VALUE;
    }
    sheet.states()[i] =
        held == 0
            ? Sheet.PAYABLE
            : (held & Cell.UNDECIDED_BIT) != 0 ? Sheet.HELD_UNDETERMINED : Sheet.HELD_LACKING;
    put(sheet.lacks(), i, held);
  }

  static @Nullable Long fen(Rational yuan, Rounding rounding, long unit) {
    try {
      return rounding.fen(yuan, unit);
    } catch (ArithmeticException noLong) {
      return null;
    }
  }

  private @Nullable Answer day(int row) {
    if (award.object().yearly() || award.rowPerYear()) {
      return null;
    }
    var calendar = frame.calendar();
    var seen =
        new Place(
            award.object(), row, calendar.assessedYear(), calendar.epoch(calendar.assessed()));
    return award.day() == null ? Answer.of(calendar.lastDay()) : exact.answer(award.day(), seen);
  }

  private Place place(int row, int year, @Nullable Answer day) {
    var object = award.object();
    var calendar = frame.calendar();
    if (object.yearly()) {
      return exact.enter(object, row, new Place(object, row, 0, 0));
    }
    if (award.rowPerYear()) {
      return new Place(object, row, year, calendar.epochOfRank(calendar.rank(year)));
    }
    var seen = day == null || !day.isThere() ? calendar.assessed() : day.whole();
    return new Place(object, row, calendar.yearOf(seen), calendar.epoch(seen));
  }

  private long outside(int year) {
    var calendar = frame.calendar();
    if (year < calendar.effectiveYear()) {
      return Failure.BEFORE_EFFECTIVE;
    }
    if (year > calendar.expiryYear()) {
      return Failure.AFTER_EXPIRY;
    }
    return year > calendar.assessedYear() ? Failure.AFTER_ASSESSMENT : 0;
  }

  private long outside(long day) {
    var calendar = frame.calendar();
    if (day < calendar.effective()) {
      return Failure.BEFORE_EFFECTIVE;
    }
    if (day > calendar.expires()) {
      return Failure.AFTER_EXPIRY;
    }
    return day > calendar.assessed() ? Failure.AFTER_ASSESSMENT : 0;
  }

  private Answer highest(int index, Place place) {
    var root =
        frame.ancestor(
            place.entity().index(), place.row(), place.entity().stepsTo(place.entity().root()));
    var known = frame.rewards().exactly(index, root);
    return known == null ? Answer.lacking(bits.applyAsLong(LackName.HIGHEST)) : Answer.of(known);
  }

  private static long lack(@Nullable Answer answer) {
    return answer == null ? 0 : answer.lack();
  }

  private static int state(long lack) {
    return (lack & Cell.UNDECIDED_BIT) != 0 ? Candidates.UNDECIDED : Candidates.MISSING;
  }

  private static void lacking(Sheet sheet, int i, long lack) {
    var undecided = (lack & Cell.UNDECIDED_BIT) != 0;
    sheet.states()[i] = undecided ? Sheet.UNDETERMINED : Sheet.LACKING;
    put(sheet.lacks(), i, lack);
  }

  private static void ineligible(Sheet sheet, int i, long failed) {
    sheet.states()[i] = Sheet.INELIGIBLE;
    put(sheet.failures(), i, failed);
  }

  private static void put(long @Nullable [] column, int i, long value) {
    if (column != null) {
      column[i] = value;
    }
  }

  private static long bit(List<String> lacks, String name) {
    var index = lacks.indexOf(name);
    return 1L << (index < 0 ? Cell.LAST_LACK : Math.min(index, Cell.LAST_LACK));
  }
}
