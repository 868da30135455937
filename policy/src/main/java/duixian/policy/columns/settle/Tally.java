package duixian.policy.columns.settle;

import duixian.policy.columns.pass.KeySpace;
import java.util.Arrays;

/// What the keys of one numbering have used up so far: fen, places, or a first year.
public final class Tally {
  private final KeySpace space;
  private long[] used = new long[0];

  public Tally(KeySpace space) {
    this.space = space;
  }

  /// The counts by key number; every key met so far has one.
  long[] used() {
    if (used.length < space.count()) {
      used = Arrays.copyOf(used, space.count());
    }
    return used;
  }
}
