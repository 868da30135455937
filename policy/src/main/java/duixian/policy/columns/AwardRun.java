package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.derive.Claimants;
import duixian.policy.columns.derive.OutsideMoney;
import duixian.policy.columns.derive.Passes;
import duixian.policy.columns.exact.ExactRows;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.facts.Ranking;
import duixian.policy.model.Award;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One award in a run: finds its rows, then works them out up to the running ceilings.
final class AwardRun {
  private final Award award;
  private final Frame frame;
  private final Plan plan;
  private final List<Use> uses;
  private final Kernels kernels;
  private final boolean explain;
  private final ExactRows exact;
  private final List<OutsideMoney> outside;
  private final Sheet.Form form;
  private final Sheet sheet;
  private final int @Nullable [] byYear;

  AwardRun(Award award, Frame frame, Plan plan, List<Use> uses, Kernels kernels, boolean explain) {
    this.award = award;
    this.frame = frame;
    this.plan = plan;
    this.uses = uses;
    this.kernels = kernels;
    this.explain = explain;
    this.exact =
        new ExactRows(
            frame,
            plan,
            award,
            uses,
            kernels.lacks(award.index()),
            expr -> kernels.tables().reward(expr).index());
    this.form =
        new Sheet.Form(
            uses,
            kernels.limits(award.index()).stored(),
            !award.object().yearly(),
            Kernels.isOrdered(award),
            plan.rewarded(award.index()).size());
    this.outside = outside();
    var found = select(Claimants.of(award, frame, plan));
    var states = found.states().clone();
    this.byYear = looksBack() ? yearOrder(found) : null;
    this.sheet = byYear == null ? found : reordered(found, states, byYear);
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

  /// Whether rows wait for what earlier years rewarded; then they stand in order of year.
  boolean looksBack() {
    return !plan.rewarded(award.index()).isEmpty();
  }

  int year(int i) {
    var years = sheet.years();
    return years == null ? frame.years(award.object().index())[sheet.row(i)] : years[i];
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

  private Sheet reordered(Sheet found, byte[] states, int[] order) {
    var rows = new int[order.length];
    var years = found.years() == null ? null : new int[order.length];
    var undecided = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      rows[i] = found.row(order[i]);
      undecided[i] = states[order[i]];
      if (years != null && found.years() != null) {
        years[i] = found.years()[order[i]];
      }
    }
    return new Sheet(form, order.length, rows, years, undecided, explain);
  }

  private Sheet select(Candidates candidates) {
    if (award.filter() == null) {
      var rows = looksBack() ? range(candidates) : candidates.rows();
      return new Sheet(form, candidates.size(), rows, candidates.years(), null, explain);
    }
    var found = new int[candidates.size()];
    var count =
        kernels.kernel().select(award.index(), frame, candidates, found, 0, candidates.size());
    count = decide(candidates, found, count);
    var rows = new int[count];
    var states = new byte[count];
    var years = candidates.years() == null ? null : new int[count];
    for (int i = 0; i < count; i++) {
      var position = found[i] & Candidates.POSITION;
      rows[i] = candidates.row(position);
      states[i] = state(found[i] >>> 30);
      if (years != null && candidates.years() != null) {
        years[i] = candidates.years()[position];
      }
    }
    return new Sheet(form, count, rows, years, states, explain);
  }

  /// The loop of an award that looks back reads its rows from the sheet.
  private static int[] range(Candidates candidates) {
    return IntStream.range(0, candidates.size()).map(candidates::row).toArray();
  }

  /// Asks the exact way about candidates that the loop left, and drops those that fail.
  private int decide(Candidates candidates, int[] found, int count) {
    var kept = 0;
    for (int i = 0; i < count; i++) {
      var position = found[i] & Candidates.POSITION;
      var state = found[i] >>> 30;
      if (state == Candidates.EXACT) {
        state = exact.filter(candidates, position);
      }
      if (state >= 0) {
        found[kept++] = position | state << 30;
      }
    }
    return kept;
  }

  private static byte state(int filter) {
    return switch (filter) {
      case Candidates.MISSING -> Sheet.LACKING;
      case Candidates.UNDECIDED -> Sheet.UNDETERMINED;
      default -> Sheet.PAYABLE;
    };
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
