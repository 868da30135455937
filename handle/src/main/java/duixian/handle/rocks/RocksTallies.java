package duixian.handle.rocks;

import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import duixian.handle.store.Tallies;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// Counters as merges of RocksDB: adding reads nothing.
///
/// The key is day (4 bytes, so that a year is one stretch), kind, channel, prefix.
final class RocksTallies implements Tallies {
  static final byte[] TICK = {'t', 'i', 'c', 'k'};
  private final Engine engine;

  RocksTallies(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void add(Map<Key, Long> counts, long tick) {
    try (var batch = new WriteBatch();
        var options = new WriteOptions()) {
      merge(batch, counts);
      batch.put(engine.meta, TICK, ByteBuffer.allocate(8).putLong(tick).array());
      engine.db.write(options, batch);
    } catch (RocksDBException e) {
      throw new StoreFailed("计数未能写入", e);
    }
  }

  void merge(WriteBatch batch, Map<Key, Long> counts) throws RocksDBException {
    for (var count : counts.entrySet()) {
      batch.merge(engine.tally, bytes(count.getKey()), number(count.getValue()));
    }
  }

  /// Counted here from the decisions of the committer, not from what the log will hold.
  static Map<Key, Long> of(Group group) {
    var day = Tallies.day(group.millis());
    var counts = new HashMap<Key, Long>();
    Key last = null;
    var lastPrefix = new byte[0];
    var lastEvent = Event.REFUSED;
    long run = 0;
    for (var noted : group.events()) {
      var length = Tallies.prefixLength(noted.id());
      if (last != null
          && lastEvent == noted.event()
          && last.channel() == noted.channel()
          && Arrays.equals(lastPrefix, 0, lastPrefix.length, noted.id(), 0, length)) {
        run++;
        continue;
      }
      if (last != null) {
        counts.merge(last, run, Long::sum);
      }
      lastPrefix = Arrays.copyOf(noted.id(), length);
      lastEvent = noted.event();
      last =
          new Key(
              day,
              lastEvent.code(),
              noted.channel(),
              new String(lastPrefix, StandardCharsets.UTF_8));
      run = 1;
    }
    if (last != null) {
      counts.merge(last, run, Long::sum);
    }
    return counts;
  }

  @Override
  public long tick() {
    try {
      var value = engine.db.get(engine.meta, TICK);
      return value == null ? 0 : ByteBuffer.wrap(value).getLong();
    } catch (RocksDBException e) {
      throw new StoreFailed("计数无法读取", e);
    }
  }

  @Override
  public void each(int firstDay, int lastDay, ObjLongConsumer<Key> visitor) {
    try (var at = engine.db.newIterator(engine.tally)) {
      for (at.seek(ByteBuffer.allocate(4).putInt(firstDay).array()); at.isValid(); at.next()) {
        var key = ByteBuffer.wrap(at.key());
        var day = key.getInt();
        if (day > lastDay) {
          return;
        }
        int what = key.get();
        var channel = Channel.of(key.get());
        var prefix = StandardCharsets.UTF_8.decode(key).toString();
        var count = ByteBuffer.wrap(at.value()).order(ByteOrder.LITTLE_ENDIAN).getLong();
        visitor.accept(new Key(day, what, channel, prefix), count);
      }
      at.status();
    } catch (RocksDBException e) {
      throw new StoreFailed("计数无法读取", e);
    }
  }

  private static byte[] bytes(Key key) {
    var prefix = key.prefix().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(6 + prefix.length)
        .putInt(key.day())
        .put((byte) key.what())
        .put((byte) key.channel().code())
        .put(prefix)
        .array();
  }

  private static byte[] number(long count) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(count).array();
  }
}
