package duixian.handle.evidence;

import duixian.handle.events.Block;
import duixian.handle.events.Note;
import duixian.handle.store.Channel;
import duixian.handle.store.Tallies;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What one group of threads answered since the last tick, twice: as counters and as notes.
///
/// The two are kept from the same call but never from each other, so that a fault in one shows as a
/// difference. They are taken out together: a tick holds the same answers in both.
final class Recorder {
  private static final int LARGEST = 16 << 20;
  private static final int KINDS = 256;

  private ByteBuffer notes = ByteBuffer.allocate(1 << 12);
  private long[][] counters = new long[16][];
  private final BitSet touched = new BitSet();

  /// False when there is no room: take everything out and try again.
  synchronized boolean note(int what, int prefix, long idHash, int source) {
    if (notes.remaining() < Note.BYTES) {
      if (notes.capacity() >= LARGEST) {
        return false;
      }
      notes = ByteBuffer.allocate(notes.capacity() * 4).put(notes.flip());
    }
    Note.write(notes, what, prefix, idHash, source);
    count(what, prefix);
    return true;
  }

  private void count(int what, int prefix) {
    if (prefix >= counters.length) {
      counters = Arrays.copyOf(counters, Math.max(prefix + 1, counters.length * 2));
    }
    var row = counters[prefix];
    if (row == null) {
      row = new long[KINDS];
      counters[prefix] = row;
    }
    row[what]++;
    touched.set(prefix);
  }

  /// Moves the counts of this tick to `counts` and answers the notes; both start anew.
  synchronized byte[] take(
      int day, List<String> names, Map<Tallies.Key, Long> counts, BitSet prefixes) {
    for (int prefix = touched.nextSetBit(0); prefix >= 0; prefix = touched.nextSetBit(prefix + 1)) {
      var row = counters[prefix];
      for (int what = 0; what < KINDS; what++) {
        if (row[what] > 0) {
          counts.merge(key(day, what, names.get(prefix)), row[what], Long::sum);
          row[what] = 0;
        }
      }
    }
    prefixes.or(touched);
    touched.clear();
    var taken = new byte[notes.position()];
    notes.flip().get(taken);
    notes.clear();
    return taken;
  }

  static Tallies.Key key(int day, int what, String prefix) {
    var channel = Channel.of(what >> 4 & 7);
    return new Tallies.Key(day, Counted.of(what & 15, what > 127), channel, prefix);
  }

  static List<Block.Prefix> named(BitSet prefixes, List<String> names) {
    var named = new ArrayList<Block.Prefix>();
    prefixes.stream().forEach(prefix -> named.add(new Block.Prefix(prefix, names.get(prefix))));
    return named;
  }
}
