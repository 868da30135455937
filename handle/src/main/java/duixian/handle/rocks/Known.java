package duixian.handle.rocks;

import duixian.handle.store.AnswerCache;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rocksdb.ReadOptions;

/// A Bloom filter over every identifier of the store while a load runs: what it does not know need
/// not be looked up. 16 bits and four probes per identifier: about four in a thousand are looked up
/// in vain.
final class Known {
  private static final int BITS = 16;
  private static final int PROBES = 4;
  private static final int LINE = 8;
  private static final long PROBE = 0xD1B54A32D192ED03L;
  private final long[] bits;
  private final int mask;

  private Known(long capacity) {
    var words = Long.highestOneBit(Math.max(1 << 16, capacity * BITS / 64 - 1)) * 2;
    this.bits = new long[(int) Math.min(words, 1 << 28)];
    this.mask = bits.length - LINE;
  }

  /// Knows everything, so that everything is looked up.
  static Known all() {
    var known = new Known(0);
    Arrays.fill(known.bits, -1L);
    return known;
  }

  /// Reads the store once; `more` identifiers are expected to come.
  static Known of(Engine engine, long stored, long more) {
    var known = new Known(stored + more);
    var id = new byte[4096];
    try (var options = new ReadOptions().setFillCache(false).setReadaheadSize(2 << 20);
        var at = engine.db.newIterator(engine.ids, options)) {
      for (at.seekToFirst(); at.isValid(); at.next()) {
        known.add(hash(id, at.key(id, 0, id.length)));
      }
    }
    return known;
  }

  static long hash(byte[] id, int length) {
    return AnswerCache.hash(ByteBuffer.wrap(id, 0, length), 0, length);
  }

  /// Whether it may have been known before; it is known from now on.
  boolean add(long hash) {
    // All probes lie in one line of the processor's cache.
    var line = (int) (hash >>> 32) & mask;
    var probes = hash * PROBE;
    var before = true;
    for (int probe = 0; probe < PROBES; probe++) {
      var word = line + ((int) (probes >>> 6) & LINE - 1);
      var bit = 1L << probes;
      before &= (bits[word] & bit) != 0;
      bits[word] |= bit;
      probes >>>= 9;
    }
    return before;
  }
}
