package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.derive.Claimants;
import duixian.policy.columns.exact.ExactRows;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Award;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which rows an award has: the objects that its filter lets through, or cannot decide on.
record Selection(
    Award award,
    Frame frame,
    Plan plan,
    Kernels kernels,
    ExactRows exact,
    boolean explain,
    @Nullable Sheet spare) {
  /// The rows of a sheet in another order, with the states that selection gave them.
  Sheet reordered(Sheet.Form form, Sheet found, byte[] states, int[] order) {
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
    return new Sheet(form, order.length, rows, years, undecided, explain, null);
  }

  Sheet select(Sheet.Form form) {
    var candidates = Claimants.of(award, frame, plan);
    if (award.filter() == null) {
      var rows = !plan.rewarded(award.index()).isEmpty() ? range(candidates) : candidates.rows();
      return new Sheet(form, candidates.size(), rows, candidates.years(), null, explain, spare);
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
    return new Sheet(form, count, rows, years, states, explain, spare);
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
}
