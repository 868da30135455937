package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Numbering;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Which keys a cell has counted: a bit for each pair where there are few, else a table of those
/// met.
final class Seen {
  private static final long MOST_BITS = 1 << 28;

  private final @Nullable BitSet bits;
  private final int keys;
  private final Numbering pairs = new Numbering();

  Seen(int cells, Keys keys) {
    this.keys = keys.count();
    this.bits = keys.isDense() && (long) cells * this.keys <= MOST_BITS ? new BitSet() : null;
  }

  /// Whether the pair is new.
  boolean add(int cell, int key) {
    if (bits == null) {
      return pairs.add((long) cell << Integer.SIZE | key);
    }
    var bit = cell * keys + key;
    var isNew = !bits.get(bit);
    bits.set(bit);
    return isNew;
  }
}
