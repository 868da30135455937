package duixian.policy.columns.pass;

import duixian.policy.columns.plan.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One award's rows, column by column, in the order of objects and years. Figures and limits are
/// fen.
///
/// `rows` is null when row i is record i. `years` is null when the record has the year. A use has
/// keys unless no two rows share one (-1: it does not concern the row), and limits unless they are
/// one number.
public final class Sheet {
  public static final byte PAYABLE = 0;
  public static final byte INELIGIBLE = 1;
  public static final byte LACKING = 2;
  public static final byte UNDETERMINED = 3;

  /// The row's figure or a ceiling is missing or 待定, but a term, quota or earlier grant may stand
  /// against it first.
  public static final byte HELD_LACKING = 4;

  public static final byte HELD_UNDETERMINED = 5;

  private final int size;
  private final int @Nullable [] rows;
  private final int @Nullable [] years;
  private final byte[] states;
  private final long[] figures;
  private final long[] ceilings;
  private final long @Nullable [] orders;
  private final long @Nullable [] failures;
  private final long @Nullable [] lacks;
  private final int[] @Nullable [] keys;
  private final long[] @Nullable [] limits;
  private final long[] @Nullable [] cuts;
  private final boolean[] refuses;
  private final long[][] quantities;
  private int[] left = new int[0];
  private int leftCount;
  private long total = -1;

  /// What a sheet has besides its rows; `settled` when its loop settles at once and stores nothing
  /// for a second pass.
  public record Form(
      List<Use> uses,
      Set<Integer> storingLimits,
      boolean ownYears,
      boolean ordered,
      int quantities,
      boolean settled) {}

  /// A loop that settles at once overwrites figures and ceilings, so the columns of `spare`, a
  /// sheet that nobody reads any more, may serve again.
  public Sheet(
      Form form,
      int size,
      int @Nullable [] rows,
      int @Nullable [] years,
      byte @Nullable [] states,
      boolean explain,
      @Nullable Sheet spare) {
    this.size = size;
    this.rows = rows;
    this.years = form.ownYears() ? years == null ? new int[size] : years : null;
    var fit = spare != null && spare.size == size && form.settled() ? spare : null;
    this.states = states == null ? payable(size, fit) : states;
    this.figures = fit == null ? new long[size] : fit.figures;
    this.ceilings = fit == null ? new long[size] : fit.ceilings;
    this.orders = form.ordered() && !form.settled() ? new long[size] : null;
    this.failures = explain ? new long[size] : null;
    this.lacks = explain ? new long[size] : null;
    this.quantities = new long[form.quantities()][size];
    this.keys = new int[form.uses().size()] @Nullable [];
    this.limits = new long[form.uses().size()] @Nullable [];
    this.cuts = new long[form.uses().size()] @Nullable [];
    this.refuses = new boolean[form.uses().size()];
    for (var use : form.uses()) {
      var slot = use.slot();
      keys[slot] = use.unique() || form.settled() ? null : new int[size];
      var stores = form.storingLimits().contains(slot) && !form.settled();
      limits[slot] = stores ? new long[size] : null;
      cuts[slot] = explain && use.kind().isMoney() ? new long[size] : null;
    }
  }

  private static byte[] payable(int size, @Nullable Sheet fit) {
    if (fit == null) {
      return new byte[size];
    }
    Arrays.fill(fit.states, PAYABLE);
    return fit.states;
  }

  public int size() {
    return size;
  }

  public int row(int i) {
    return rows == null ? i : rows[i];
  }

  public int @Nullable [] rows() {
    return rows;
  }

  public int @Nullable [] years() {
    return years;
  }

  public byte[] states() {
    return states;
  }

  public long[] figures() {
    return figures;
  }

  public long[] ceilings() {
    return ceilings;
  }

  public long @Nullable [] orders() {
    return orders;
  }

  public long @Nullable [] failures() {
    return failures;
  }

  public long @Nullable [] lacks() {
    return lacks;
  }

  public int @Nullable [] keys(int use) {
    return keys[use];
  }

  public long @Nullable [] limits(int use) {
    return limits[use];
  }

  /// What a ceiling cut, when the run explains.
  public long @Nullable [] cuts(int use) {
    return cuts[use];
  }

  /// Whether a ceiling refuses rows that do not fit whole, for a loop that settles at once.
  public boolean refuses(int use) {
    return refuses[use];
  }

  public void refuse(int use, boolean refuse) {
    refuses[use] = refuse;
  }

  public long[] quantities(int index) {
    return quantities[index];
  }

  /// A loop that settles at once may know what it granted together.
  public void total(long fen) {
    total = fen;
  }

  /// All ceilings together. Throws ArithmeticException when no long holds it.
  public long total() {
    if (total >= 0) {
      return total;
    }
    var low = 0L;
    var high = 0L;
    for (var fen : ceilings) {
      low += fen & 0xFFFF_FFFFL;
      high += fen >>> Integer.SIZE;
    }
    return Math.addExact(Math.multiplyExact(high, 1L << Integer.SIZE), low);
  }

  /// Generated code leaves row i to the exact way.
  public void leave(int i) {
    if (leftCount == left.length) {
      left = Arrays.copyOf(left, Math.max(16, 2 * left.length));
    }
    left[leftCount++] = i;
  }

  /// The rows that were left since the last call.
  public int[] takeLeft() {
    var taken = Arrays.copyOf(left, leftCount);
    leftCount = 0;
    return taken;
  }
}
