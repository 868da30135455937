package duixian.policy.columns.code;

import java.util.HashSet;
import java.util.Set;

/// The limits of an award's uses: one number, or one per row of the sheet.
public final class Limits {
  private final Set<Integer> stored = new HashSet<>();
  private final long[] fixed;

  Limits(int uses) {
    this.fixed = new long[uses];
  }

  void store(int use) {
    stored.add(use);
  }

  void fix(int use, long limit) {
    fixed[use] = limit;
  }

  /// The uses with a limit per row.
  public Set<Integer> stored() {
    return stored;
  }

  public long fixed(int use) {
    return fixed[use];
  }
}
