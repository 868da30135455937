package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Dependence;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes which record a row of an award is about, and when: its day (for an award with a date of
/// its own), its year, the year's rank and the epoch.
final class Dating {
  private static final ClassDesc SHEET = Body.desc(Sheet.class);
  private static final ClassDesc CANDIDATES = Body.desc(Candidates.class);
  private static final MethodTypeDesc J_I = MethodTypeDesc.ofDescriptor("(J)I");

  private final Body body;
  private final Award award;
  private final Dependence need;
  private final boolean keepsYear;
  private final int row;
  private final int year;
  private final int rank;
  private final int epoch;
  private Value day = Value.fixed(0);

  /// `need`: what the row's expressions change with; `keepsYear`: somebody asks for the year of a
  /// dated row.
  Dating(Body body, Award award, Dependence need, boolean keepsYear) {
    this.body = body;
    this.award = award;
    this.need = need;
    this.keepsYear = keepsYear;
    this.row = body.newInt();
    this.year = body.newInt();
    this.rank = body.newInt();
    this.epoch = body.newInt();
  }

  int year() {
    return year;
  }

  int row() {
    return row;
  }

  /// The row's day; only for an award that is not by year.
  Value day() {
    return day;
  }

  static boolean isByYear(Award award) {
    return award.object().yearly() || award.rowPerYear();
  }

  /// Position `at` of the [Candidates] in local `candidates`.
  Site candidate(int candidates, int at, Expressions expressions) {
    if (award.rowPerYear()) {
      take(candidates, CANDIDATES, "rows", at, row);
      take(candidates, CANDIDATES, "years", at, year);
    } else {
      body.code.iload(at).istore(row);
    }
    return date(expressions, need.onYear() || need.onEpoch());
  }

  /// Row `at` of the [Sheet] in local `sheet`.
  Site row(int sheet, int at, boolean selected, Expressions expressions) {
    if (selected || award.rowPerYear()) {
      take(sheet, SHEET, "rows", at, row);
    } else {
      body.code.iload(at).istore(row);
    }
    if (award.rowPerYear()) {
      take(sheet, SHEET, "years", at, year);
    }
    return date(expressions, true);
  }

  private void take(int holder, ClassDesc type, String name, int at, int to) {
    var array = body.input(holder, type, name, Body.INTS);
    body.code.aload(array).iload(at).iaload().istore(to);
  }

  private Site date(Expressions expressions, boolean needed) {
    var code = body.code;
    code.iconst_0().istore(rank).iconst_0().istore(epoch);
    if (isByYear(award)) {
      if (award.object().yearly()) {
        var years = body.ints("years", award.object().index());
        code.aload(years).iload(row).iaload().istore(year);
      }
      body.rank(year, rank);
      body.epochOfRank(rank, epoch);
    } else if (needed) {
      byDay(expressions);
    }
    return Site.dated(body, award.object(), row, rank, epoch);
  }

  /// A row whose day is missing is seen on the day of the assessment.
  private void byDay(Expressions expressions) {
    var code = body.code;
    var known = body.newLong();
    var dayOfAward = award.day();
    if (dayOfAward == null) {
      calendar().invokevirtual(Body.CALENDAR, "lastDay", Body.TO_LONG).lstore(known);
      day = Value.whole(new Operand.Slot(known), Operand.Fixed.ZERO);
    } else {
      var site = Site.dated(body, award.object(), row, rank, epoch);
      day = expressions.write(dayOfAward, site);
      body.store(day.bits(), known);
    }
    if (!day.isThere()) {
      var there = code.newLabel();
      body.ifZero(day.lack(), there);
      calendar().invokevirtual(Body.CALENDAR, "assessed", Body.TO_LONG).lstore(known);
      code.labelBinding(there);
    }
    if (keepsYear) {
      calendar().lload(known).invokevirtual(Body.CALENDAR, "yearOf", J_I).istore(year);
    }
    if (need.onEpoch()) {
      calendar().lload(known).invokevirtual(Body.CALENDAR, "epoch", J_I).istore(epoch);
    }
    if (need.onYear()) {
      body.rankOfDay(known, isAssumedWithin(body, award), rank);
    }
  }

  /// Whether a loop takes for granted that the days of an award lie in the time of the policy; then
  /// the assumptions say so.
  static boolean isAssumedWithin(Body body, Award award) {
    var assumptions = body.assumptions();
    if (assumptions == null || !(award.day() instanceof Expr.Fact fact)) {
      return false;
    }
    assumptions.day(fact.owner(), fact.field());
    return true;
  }

  private CodeBuilder calendar() {
    return body.code.aload(body.calendar());
  }
}
