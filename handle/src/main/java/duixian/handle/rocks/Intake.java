package duixian.handle.rocks;

import duixian.handle.rocks.SortedLoad.Item;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group.Noted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
}
