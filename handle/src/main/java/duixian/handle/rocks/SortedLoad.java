package duixian.handle.rocks;

import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import duixian.handle.store.Group.Noted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteBatch;

/// Takes sorted identifiers in as a whole file of the engine: no log of writes, no sorting again.
///
/// A crash leaves either nothing or the whole batch: before the file is taken in, the group it
/// belongs to is written beside it, and opening the store completes or discards what it finds.
public final class SortedLoad {
  private static final int LOOKUP = 4096;

  /// An identifier to create; `line` is where it stood in its source.
  @SuppressWarnings("ArrayRecordComponent")
  public record Item(byte[] id, byte[] record, long line) {}

  /// How far the source is read: kept under `key` together with the batch.
  @SuppressWarnings("ArrayRecordComponent")
  public record Progress(byte[] key, byte[] value) {}

  /// How many were created and how many were there; `refused` were turned away by the gate.
  public record Result(int created, int duplicates, List<Item> refused) {}

  private final RocksStore store;
  private final Staging staging;
  private Known known = Known.all();
  private long knownUpTo;

  SortedLoad(RocksStore store, Path directory) {
    this.store = store;
    this.staging = new Staging(directory);
  }

  /// Makes ready for about `more` identifiers: reads what there is once.
  public void expect(long more) {
    store.alone(() -> {
      known = Known.of(store.engine, store.estimate(), more);
      knownUpTo = store.committer.number();
    });
  }

  /// Creates what is not there. `items` are in the order of their identifiers (unsigned bytes);
  /// `gate` is asked once for each that would be created; `progress` tells, from what was decided,
  /// how far the source then is.
  public Result load(
      List<Item> items,
      Channel channel,
      Predicate<Item> gate,
      Function<Result, Progress> progress) {
    var result = new Result[1];
    store.alone(() -> result[0] = batch(items, channel, gate, progress));
    return result[0];
  }

  private Result batch(
      List<Item> items,
      Channel channel,
      Predicate<Item> gate,
      Function<Result, Progress> progress) {
    var committer = store.committer;
    if (knownUpTo != committer.number()) {
      // Somebody else created something meanwhile: from here on everything is looked up.
      known = Known.all();
    }
    var now = committer.now();
    var events = new ArrayList<Noted>(items.size());
    var refused = new ArrayList<Item>();
    try {
      var file = staging.file(committer.number() + 1);
      int created = 0;
      try (var writer = new SortedFile(store.engine, file)) {
        for (int from = 0; from < items.size(); from += LOOKUP) {
          var part = items.subList(from, Math.min(items.size(), from + LOOKUP));
          var before = from == 0 ? null : items.get(from - 1).id();
          created += write(part, before, writer, channel, now / 1000, gate, events, refused);
        }
        writer.finish();
      }
      var group = new Group(committer.number() + 1, now, events);
      var result = new Result(created, events.size() - created, refused);
      take(created > 0 ? file : null, group, progress.apply(result));
      knownUpTo = committer.number();
      return result;
    } catch (RocksDBException | IOException | RuntimeException e) {
      // What was taken in half is completed or discarded when the store is next opened.
      committer.fail("批量导入未能写入，已停止注册与变更；排除原因后重新启动：" + e.getMessage());
      throw new StoreFailed("批量导入未能写入：" + e.getMessage(), e);
    }
  }

  private int write(
      List<Item> part,
      byte @Nullable [] before,
      SortedFile writer,
      Channel channel,
      long second,
      Predicate<Item> gate,
      List<Noted> events,
      List<Item> refused)
      throws RocksDBException {
    int created = 0;
    var last = before;
    var found = lookup(part);
    for (int i = 0; i < part.size(); i++) {
      var item = part.get(i);
      var value = found[i];
      var there = Arrays.equals(last, item.id()) || (value != null && !Head.deleted(value));
      if (there) {
        events.add(new Noted(Event.DUPLICATE, channel, item.id()));
      } else if (!gate.test(item)) {
        refused.add(item);
        continue;
      } else {
        var head = value == null ? Head.first(channel, second) : Head.of(value).again(second);
        writer.put(item.id(), head.with(item.record()));
        events.add(new Noted(value == null ? Event.CREATED : Event.RECREATED, channel, item.id()));
        created++;
      }
      last = item.id();
    }
    return created;
  }

  private byte[] @Nullable [] lookup(List<Item> part) throws RocksDBException {
    var found = new byte[part.size()] @Nullable [];
    var places = new ArrayList<Integer>();
    var ids = new ArrayList<byte[]>();
    for (int i = 0; i < part.size(); i++) {
      var id = part.get(i).id();
      var hash = Known.hash(id, id.length);
      if (known.maybe(hash)) {
        places.add(i);
        ids.add(id);
      }
      known.add(hash);
    }
    var values = ids.isEmpty() ? List.<byte[]>of() : store.engine.db.multiGetAsList(ids);
    for (int i = 0; i < values.size(); i++) {
      found[places.get(i)] = values.get(i);
    }
    return found;
  }

  private void take(@Nullable Path file, Group group, Progress progress)
      throws RocksDBException, IOException {
    if (file != null) {
      staging.announce(group, progress);
      ingest(file);
    }
    commit(group, progress);
    staging.clear();
  }

  private void commit(Group group, Progress progress) throws RocksDBException {
    try (var batch = new WriteBatch()) {
      batch.put(store.engine.rows, progress.key(), progress.value());
      store.committer.commit(group, batch);
    }
  }

  private void ingest(Path file) throws RocksDBException {
    try (var options = new IngestExternalFileOptions()) {
      options.setMoveFiles(true);
      store.engine.db.ingestExternalFile(store.engine.ids, List.of(file.toString()), options);
    }
  }

  /// Completes a batch whose file was taken in, discards one whose file was not.
  void settle() throws RocksDBException, IOException {
    var announced = staging.announced();
    if (announced != null && announced.group().number() == store.committer.number() + 1) {
      var first =
          announced.group().events().stream()
              .filter(noted -> noted.event().changes())
              .findFirst()
              .orElseThrow();
      var value = store.engine.db.get(store.engine.ids, first.id());
      if (value != null && !Head.deleted(value)) {
        commit(announced.group(), announced.progress());
      }
    }
    staging.clear();
  }

  /// A file of the engine being written key after key; it is opened at the first one, because an
  /// empty file cannot be taken in.
  private static final class SortedFile implements AutoCloseable {
    private final Engine engine;
    private final Path path;
    private final EnvOptions environment = new EnvOptions();
    private final ByteBuffer key = ByteBuffer.allocateDirect(8192);
    private ByteBuffer value = ByteBuffer.allocateDirect(1 << 16);
    private @Nullable SstFileWriter writer;

    SortedFile(Engine engine, Path path) {
      this.engine = engine;
      this.path = path;
    }

    void put(byte[] id, byte[] whole) throws RocksDBException {
      var open = writer;
      if (open == null) {
        open = new SstFileWriter(environment, engine.fileOptions);
        open.open(path.toString());
        writer = open;
      }
      if (value.capacity() < whole.length) {
        value = ByteBuffer.allocateDirect(whole.length * 2);
      }
      open.put(key.clear().put(id).flip(), value.clear().put(whole).flip());
    }

    void finish() throws RocksDBException {
      if (writer != null) {
        writer.finish();
      }
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
      environment.close();
    }
  }
}
