package duixian.handle.rocks;

import duixian.handle.cache.AnswerCache;
import duixian.handle.store.Change;
import duixian.handle.store.Event;
import duixian.handle.store.Group.Noted;
import duixian.handle.store.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// Decides the changes of one group in their order, each seeing what those before it did.
final class Decisions {
  private final Engine engine;
  private final WriteBatch batch;
  private final long second;
  private final Map<ByteBuffer, byte[]> values = new HashMap<>();
  private final Map<ByteBuffer, byte[]> keys = new HashMap<>();

  /// One outcome and one event for each change, in their order.
  final List<Outcome> outcomes = new ArrayList<>();

  final List<Noted> events = new ArrayList<>();

  Decisions(Engine engine, WriteBatch batch, long second) {
    this.engine = engine;
    this.batch = batch;
    this.second = second;
  }

  void decide(List<Change> changes) throws RocksDBException {
    read(changes);
    for (var change : changes) {
      outcomes.add(decide(change));
    }
  }

  private void read(List<Change> changes) throws RocksDBException {
    var ids = new ArrayList<byte[]>(changes.size());
    for (var change : changes) {
      ids.add(change.id());
      var key = change.once();
      if (key != null) {
        put(keys, key, engine.db.get(engine.once, key));
      }
    }
    if (ids.size() == 1) {
      put(values, ids.getFirst(), engine.db.get(engine.ids, ids.getFirst()));
      return;
    }
    var found = engine.db.multiGetAsList(ids);
    for (int i = 0; i < ids.size(); i++) {
      put(values, ids.get(i), found.get(i));
    }
  }

  private static void put(Map<ByteBuffer, byte[]> map, byte[] key, byte @Nullable [] value) {
    if (value != null) {
      map.put(ByteBuffer.wrap(key), value);
    }
  }

  private Outcome decide(Change change) throws RocksDBException {
    var key = change.once();
    if (key == null) {
      return apply(change);
    }
    var before = keys.get(ByteBuffer.wrap(key));
    if (before != null) {
      var same = Once.of(before).fingerprint() == fingerprint(change);
      note(same ? Event.REPLAYED : Event.REFUSED, change);
      return same ? Once.of(before).outcome() : Outcome.KEY_REUSED;
    }
    var outcome = apply(change);
    if (outcome != Outcome.CONFLICT) {
      var once = new Once(outcome, fingerprint(change), second).bytes();
      keys.put(ByteBuffer.wrap(key), once);
      batch.put(engine.once, key, once);
    }
    return outcome;
  }

  private Outcome apply(Change change) throws RocksDBException {
    var id = ByteBuffer.wrap(change.id());
    var value = values.get(id);
    var head = value == null ? null : Head.of(value);
    return switch (change) {
      case Change.Create create when head == null ->
          write(create, create.record(), Head.first(create.channel(), second), Event.CREATED);
      case Change.Create create when head.deleted() ->
          write(create, create.record(), head.again(second), Event.RECREATED);
      case Change.Create create -> refuse(create, Event.DUPLICATE, Outcome.EXISTS);
      case Change.Replace replace when head == null || head.deleted() ->
          refuse(replace, Event.REFUSED, Outcome.ABSENT);
      case Change.Replace replace when head.version() != replace.version() ->
          refuse(replace, Event.REFUSED, Outcome.CONFLICT);
      case Change.Replace replace ->
          write(replace, replace.record(), head.changed(second), Event.REPLACED);
      case Change.Delete delete when head == null || head.deleted() ->
          refuse(delete, Event.REFUSED, Outcome.ABSENT);
      case Change.Delete delete when head.version() != delete.version() ->
          refuse(delete, Event.REFUSED, Outcome.CONFLICT);
      case Change.Delete delete -> write(delete, new byte[0], head.gone(second), Event.DELETED);
    };
  }

  private Outcome write(Change change, byte[] record, Head head, Event event)
      throws RocksDBException {
    var value = head.with(record);
    values.put(ByteBuffer.wrap(change.id()), value);
    batch.put(engine.ids, change.id(), value);
    note(event, change);
    return switch (event) {
      case CREATED, RECREATED -> Outcome.CREATED;
      case REPLACED -> Outcome.REPLACED;
      case DELETED -> Outcome.DELETED;
      case DUPLICATE, REPLAYED, REFUSED ->
          throw new IllegalArgumentException("event must change something, was " + event);
    };
  }

  private Outcome refuse(Change change, Event event, Outcome outcome) {
    note(event, change);
    return outcome;
  }

  private void note(Event event, Change change) {
    events.add(new Noted(event, change.channel(), change.id()));
  }

  private static long fingerprint(Change change) {
    var id = AnswerCache.hash(change.id());
    return switch (change) {
      case Change.Create create -> id + 3 * AnswerCache.hash(create.record());
      case Change.Replace replace -> id + 5 * AnswerCache.hash(replace.record());
      case Change.Delete _ -> id;
    };
  }

  /// What is remembered under an idempotency key: the first outcome, of what change, when
  /// (seconds).
  record Once(Outcome outcome, long fingerprint, long second) {
    static Once of(byte[] bytes) {
      var in = ByteBuffer.wrap(bytes);
      return new Once(Outcome.of(in.get()), in.getLong(), in.getLong());
    }

    static int forgetBefore(Engine engine, long second) throws RocksDBException {
      int forgotten = 0;
      try (var at = engine.db.newIterator(engine.once)) {
        for (at.seekToFirst(); at.isValid(); at.next()) {
          if (of(at.value()).second < second) {
            engine.db.delete(engine.once, at.key());
            forgotten++;
          }
        }
        at.status();
      }
      return forgotten;
    }

    byte[] bytes() {
      return ByteBuffer.allocate(17)
          .put((byte) outcome.code())
          .putLong(fingerprint)
          .putLong(second)
          .array();
    }
  }
}
