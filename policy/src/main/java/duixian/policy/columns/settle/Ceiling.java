package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Use;
import org.jspecify.annotations.Nullable;

/// An 上限 or 限额 as one award's rows meet it. Without keys no two rows share it.
public final class Ceiling {
  private static final int CONCERNS_NONE = -1;

  private final int @Nullable [] keys;
  private final long @Nullable [] limits;
  private final long fixed;
  private final @Nullable Tally tally;
  private final boolean proRata;
  private final boolean refuses;
  private final long @Nullable [] cuts;

  public Ceiling(
      Use use,
      Sheet sheet,
      long fixed,
      @Nullable Tally tally,
      boolean proRata,
      boolean refuses,
      long @Nullable [] cuts) {
    this.keys = sheet.keys(use.slot());
    this.limits = sheet.limits(use.slot());
    this.fixed = fixed;
    this.tally = tally;
    this.proRata = proRata;
    this.refuses = refuses;
    this.cuts = cuts;
  }

  boolean isProRata() {
    return proRata;
  }

  boolean concerns(int row) {
    return keys == null || keys[row] != CONCERNS_NONE;
  }

  int key(int row) {
    return keys == null ? row : keys[row];
  }

  long limit(int row) {
    return limits == null ? fixed : limits[row];
  }

  /// What the ceiling leaves of an amount.
  long cut(int row, long amount) {
    if (!concerns(row)) {
      return amount;
    }
    var left = limit(row);
    if (tally != null && keys != null) {
      left = Math.max(0, left - tally.used()[keys[row]]);
    }
    if (amount <= left) {
      return amount;
    }
    var kept = refuses ? 0 : left;
    note(row, amount - kept);
    return kept;
  }

  void take(int row, long amount) {
    if (tally != null && keys != null && keys[row] != CONCERNS_NONE) {
      tally.used()[keys[row]] += amount;
    }
  }

  void note(int row, long cut) {
    if (cuts != null) {
      cuts[row] = cut;
    }
  }
}
