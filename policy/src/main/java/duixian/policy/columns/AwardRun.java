package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.derive.OutsideMoney;
import duixian.policy.columns.derive.Passes;
import duixian.policy.columns.exact.ExactRows;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.facts.Ranking;
import duixian.policy.facts.Table;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One award in a run: finds its rows, then works them out up to the running ceilings.
final class AwardRun {
  private final Award award;
  private final Frame frame;
  private final Plan plan;
  private final List<Use> uses;
  private final Kernels kernels;
  private final Selection selection;
  private final ExactRows exact;
  private final List<OutsideMoney> outside;
  private final Sheet.Form form;
  private final boolean settlesAtOnce;
  private Sheet sheet;
  private final int @Nullable [] byYear;

  AwardRun(
      Award award,
      Frame frame,
      Plan plan,
      List<Use> uses,
      Kernels kernels,
      boolean explain,
      boolean open,
      @Nullable Sheet spare) {
    this.award = award;
    this.frame = frame;
    this.plan = plan;
    this.uses = uses;
    this.kernels = kernels;
    this.exact =
        new ExactRows(
            frame,
            plan,
            award,
            uses,
            kernels.lacks(award.index()),
            expr -> kernels.tables().reward(expr).index());
    this.settlesAtOnce =
        open && kernels.settlesAtOnce(award) && Standing.isInOrder(award, frame, uses);
    this.form = form(settlesAtOnce);
    this.outside = outside();
    this.selection = new Selection(award, frame, plan, kernels, exact, explain, spare);
    var found = selection.select(form);
    if (looksBack()) {
      var states = found.states().clone();
      this.byYear = yearOrder(found);
      this.sheet = selection.reordered(form, found, states, byYear);
    } else {
      this.byYear = null;
      this.sheet = found;
    }
  }

  Award award() {
    return award;
  }

  Sheet sheet() {
    return sheet;
  }

  ExactRows exact() {
    return exact;
  }

  /// Whether rows stand in order and may be settled as they are worked out.
  boolean settlesAtOnce() {
    return settlesAtOnce;
  }

  /// In one loop; false when a row is left to the exact way: then rows are as before.
  boolean settle() {
    var kernel = kernels.kernel();
    var rows = sheet;
    var index = award.index();
    var done =
        frame.calendar().allows(kernels.assumptions(index), frame.facts())
            ? kernel.settleSwiftly(index, frame, rows, 0, rows.size())
            : kernel.settle(index, frame, rows, 0, rows.size());
    if (done == rows.size()) {
      return true;
    }
    sheet = selection.select(form(false));
    return false;
  }

  private Sheet.Form form(boolean settled) {
    return new Sheet.Form(
        uses,
        kernels.limits(award.index()).stored(),
        keepsYears(settled),
        Kernels.isOrdered(award),
        plan.rewarded(award.index()).size(),
        settled);
  }

  /// The year of a dated row that was settled at once is found again from its day.
  private boolean keepsYears(boolean settled) {
    return !award.object().yearly() && (award.rowPerYear() || !settled);
  }

  /// The year of a record, for a sheet without years.
  int yearOf(int record) {
    var object = award.object();
    if (object.yearly()) {
      return frame.years(object.index())[record];
    }
    var calendar = frame.calendar();
    if (!(award.day() instanceof Expr.Fact fact)) {
      return calendar.yearOf(calendar.lastDay());
    }
    var row = frame.ancestor(object.index(), record, fact.up());
    var day = frame.facts().table(fact.owner()).value(fact.field(), row);
    return day == Table.MISSING ? calendar.assessedYear() : calendar.yearOf(day);
  }

  /// Whether rows wait for what earlier years rewarded; then they stand in order of year.
  boolean looksBack() {
    return !plan.rewarded(award.index()).isEmpty();
  }

  int year(int i) {
    var years = sheet.years();
    return years == null ? yearOf(sheet.row(i)) : years[i];
  }

  /// Where each row in order of object and year stands in the sheet; null when they stand so.
  int @Nullable [] objectOrder() {
    if (byYear == null) {
      return null;
    }
    var at = new int[byYear.length];
    for (int i = 0; i < at.length; i++) {
      at[byYear[i]] = i;
    }
    return at;
  }

  void assess() {
    assess(0, sheet.size());
  }

  void assess(int from, int to) {
    assess(sheet, from, to);
    outside.forEach(money -> money.takeOff(sheet, from, to));
  }

  /// Only rows of a year; for an award that looks back.
  void assess(int year) {
    assess(firstOf(year), firstOf(year + 1));
  }

  /// Rows of the years in which the policy pays nothing.
  void assessOtherYears() {
    assess(0, firstOf(frame.calendar().effectiveYear()));
    assess(firstOf(frame.calendar().expiryYear() + 1), sheet.size());
  }

  private int firstOf(int year) {
    var first = 0;
    while (first < sheet.size() && year(first) < year) {
      first++;
    }
    return first;
  }

  private void assess(Sheet rows, int from, int to) {
    kernels.kernel().assess(award.index(), frame, rows, from, to);
    for (var left : rows.takeLeft()) {
      exact.assess(rows, left);
    }
  }

  /// By year, then as they stand. The years of dated rows are known only once they are worked out.
  private int[] yearOrder(Sheet found) {
    if (found.years() != null && !award.rowPerYear()) {
      assess(found, 0, found.size());
    }
    var years = found.years();
    var own = frame.years(award.object().index());
    var keys = new long[found.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (years == null ? own[found.row(i)] : years[i]) - (long) Integer.MIN_VALUE;
    }
    return Ranking.ascending(keys);
  }

  private List<OutsideMoney> outside() {
    var passes = new Passes(kernels, frame);
    return uses.stream().filter(Use::isOutside).map(use -> outside(use, passes)).toList();
  }

  private OutsideMoney outside(Use use, Passes passes) {
    var fill = kernels.outside(award.index(), use.slot());
    var values = passes.fill(fill, award.object().index(), 0, 0);
    var name = kernels.lacks(award.index()).indexOf(LackName.outside(use));
    var bit = 1L << Math.min(name, Cell.LAST_LACK);
    return new OutsideMoney(frame, use, award.object(), values, kernels.scale(fill), bit, exact);
  }
}
