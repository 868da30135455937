package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.value.Rounding;

/// What generated code calls; the compiler at run time inlines it.
public final class Checked {
  private Checked() {}

  /// Whether a product leaves the range of long.
  public static boolean overflowsTimes(long a, long b) {
    return Math.multiplyHigh(a, b) != (a * b) >> 63;
  }

  public static boolean overflowsPlus(long a, long b) {
    var sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0;
  }

  public static boolean overflowsMinus(long a, long b) {
    var difference = a - b;
    return ((a ^ b) & (a ^ difference)) < 0;
  }

  /// `bound` is at most 2⁶².
  public static boolean outside(long value, long bound) {
    return Long.compareUnsigned(value + bound, 2 * bound) > 0;
  }

  public static boolean isState(long cell) {
    return cell <= Cell.EXACT;
  }

  public static long lack(long state, long bit) {
    return Cell.lack(state, bit);
  }

  public static long store(long value, long lack) {
    return Cell.store(value, lack);
  }

  /// A year's rank; a year that no record has shares the last.
  public static int rank(int year, int first, int[] ranks, int slots) {
    var offset = year - first;
    return Integer.compareUnsigned(offset, ranks.length) < 0 ? ranks[offset] : slots - 1;
  }

  /// The same of a day; the days on which the policy pays have theirs in a table.
  public static int rankOfDay(long day, long effective, int[] ranks, Calendar calendar) {
    var offset = day - effective;
    return Long.compareUnsigned(offset, ranks.length) < 0
        ? ranks[(int) offset]
        : calendar.rank(calendar.yearOf(day));
  }

  /// A position with the state of the filter on it.
  public static int selected(int position, long lack) {
    if (lack == 0) {
      return position;
    }
    var undecided = (lack & Cell.UNDECIDED_BIT) != 0;
    return position | (undecided ? Candidates.UNDECIDED : Candidates.MISSING) << 30;
  }

  /// How a row stands that lacks something before its conditions are known, and after.
  public static byte lacking(long lack) {
    return (lack & Cell.UNDECIDED_BIT) != 0 ? Sheet.UNDETERMINED : Sheet.LACKING;
  }

  public static byte held(long lack) {
    if (lack == 0) {
      return Sheet.PAYABLE;
    }
    return (lack & Cell.UNDECIDED_BIT) != 0 ? Sheet.HELD_UNDETERMINED : Sheet.HELD_LACKING;
  }

  public static long divideDown(long value, long by) {
    return Math.floorDiv(value, by);
  }

  public static long divideUp(long value, long by) {
    return Math.ceilDiv(value, by);
  }

  /// Half a unit goes up.
  public static long divideHalfUp(long value, long by) {
    var floor = Math.floorDiv(value, by);
    var rest = value - floor * by;
    return rest >= by - rest ? floor + 1 : floor;
  }

  public static long divide(Rounding rounding, long value, long by) {
    return switch (rounding) {
      case DOWN -> divideDown(value, by);
      case UP -> divideUp(value, by);
      case HALF_UP -> divideHalfUp(value, by);
    };
  }

  public static String dividing(Rounding rounding) {
    return switch (rounding) {
      case DOWN -> "divideDown";
      case UP -> "divideUp";
      case HALF_UP -> "divideHalfUp";
    };
  }
}
