package duixian.handle.rocks;

import duixian.handle.cache.AnswerCache;
import duixian.handle.rocks.SortedLoad.Item;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group.Noted;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;

/// What of a sorted batch is new, decided item by item.
final class Intake {
  private static final int LOOKUP = 4096;
  private static final byte[] NOTHING = {};

  /// An item to be written behind its head.
  @SuppressWarnings("ArrayRecordComponent")
  record New(Item item, byte[] head) {}

  private final Engine engine;
  private final Known known;
  private final Channel channel;
  private final long second;
  private final byte[] first;
  private final Predicate<Item> gate;

  final List<New> items;
  final List<Noted> events;
  final List<Item> refused = new ArrayList<>();

  Intake(Engine engine, Known known, Channel channel, long second, Predicate<Item> gate, int size) {
    this.engine = engine;
    this.known = known;
    this.channel = channel;
    this.second = second;
    this.first = Head.first(channel, second).bytes();
    this.gate = gate;
    items = new ArrayList<>(size);
    events = new ArrayList<>(size);
  }

  void decide(List<Item> batch) throws RocksDBException {
    var last = new byte[0];
    for (int from = 0; from < batch.size(); from += LOOKUP) {
      var part = batch.subList(from, Math.min(batch.size(), from + LOOKUP));
      var found = lookup(part);
      for (int i = 0; i < part.size(); i++) {
        var item = part.get(i);
        if (decide(item, found[i], Arrays.equals(last, item.id()))) {
          last = item.id();
        }
      }
    }
  }

  /// False when it was turned away; `before` when the same identifier stood before it.
  private boolean decide(Item item, byte[] value, boolean before) {
    if (before || (value.length > 0 && !Head.deleted(value))) {
      events.add(new Noted(Event.DUPLICATE, channel, item.id()));
      return true;
    }
    if (!gate.test(item)) {
      refused.add(item);
      return false;
    }
    var there = value.length > 0;
    items.add(new New(item, there ? Head.of(value).again(second).bytes() : first));
    events.add(new Noted(there ? Event.RECREATED : Event.CREATED, channel, item.id()));
    return true;
  }

  /// The stored values, empty for what is not there.
  private byte[][] lookup(List<Item> part) throws RocksDBException {
    var found = new byte[part.size()][];
    var places = new ArrayList<Integer>();
    var ids = new ArrayList<byte[]>();
    for (int i = 0; i < part.size(); i++) {
      found[i] = NOTHING;
      var id = part.get(i).id();
      if (known.add(Known.hash(id, id.length))) {
        places.add(i);
        ids.add(id);
      }
    }
    var values = ids.isEmpty() ? List.<byte[]>of() : engine.db.multiGetAsList(ids);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        found[places.get(i)] = values.get(i);
      }
    }
    return found;
  }

  /// A Bloom filter over every identifier of the store while a load runs: what it does not know
  /// need not be looked up. 16 bits and four probes per identifier: about four in a thousand are
  /// looked up in vain.
  static final class Known {
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
}
