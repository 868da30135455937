package duixian.policy.columns.pass;

import duixian.policy.facts.Table;

/// The states that a stored value may have instead of a number. Of two states the greater one wins.
public final class Cell {
  /// A fact behind the value was not supplied.
  public static final long MISSING = Table.MISSING;

  /// The facts are there but cannot be computed with: 如没有则 does not step in.
  public static final long UNUSABLE = MISSING + 1;

  /// A figure behind the value is decided by nobody.
  public static final long UNDECIDED = MISSING + 2;

  /// The value does not fit scaled long arithmetic: who needs it computes it exactly.
  public static final long EXACT = MISSING + 3;

  /// The bit of a lack mask that says 待定; the bits below are missing facts.
  public static final long UNDECIDED_BIT = 1L << 62;

  /// The bit that says so of facts that cannot be computed with.
  public static final long UNUSABLE_BIT = 1L << 61;

  /// The last bit of a lack mask that stands for a single missing fact; further ones share it.
  public static final int LAST_LACK = 60;

  private Cell() {}

  public static boolean isState(long value) {
    return value <= EXACT;
  }

  /// Adds to a sum that may be a state already; what overflows is left to the exact way.
  public static long plus(long sum, long value) {
    if (isState(sum) || isState(value)) {
      return isState(sum) && isState(value) ? Math.max(sum, value) : isState(sum) ? sum : value;
    }
    var total = sum + value;
    return ((sum ^ total) & (value ^ total)) < 0 || isState(total) ? EXACT : total;
  }

  /// How a value with this lack mask is stored.
  public static long store(long value, long lack) {
    if (lack == 0) {
      return isState(value) ? EXACT : value;
    }
    if ((lack & UNDECIDED_BIT) != 0) {
      return UNDECIDED;
    }
    return (lack & UNUSABLE_BIT) != 0 ? UNUSABLE : MISSING;
  }

  /// The lack mask of a stored state other than EXACT.
  public static long lack(long state, long bit) {
    if (state == UNDECIDED) {
      return UNDECIDED_BIT;
    }
    return state == UNUSABLE ? bit | UNUSABLE_BIT : bit;
  }
}
