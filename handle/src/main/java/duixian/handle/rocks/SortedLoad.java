package duixian.handle.rocks;

import duixian.handle.rocks.Intake.Known;
import duixian.handle.rocks.Intake.New;
import duixian.handle.store.Channel;
import duixian.handle.store.Group;
import duixian.handle.store.GroupLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    try {
      var intake = new Intake(store.engine, known, channel, now / 1000, gate, items.size());
      intake.decide(items);
      var group = new Group(committer.number() + 1, now, intake.events);
      // Hashing a group takes as long as writing its file.
      var ready = CompletableFuture.supplyAsync(() -> committer.ready(group));
      var created = intake.items.size();
      var file = staging.file(group.number());
      if (created > 0) {
        SortedFile.write(store.engine, file, intake.items);
      }
      var result = new Result(created, intake.events.size() - created, intake.refused);
      take(created > 0 ? file : null, ready.join(), progress.apply(result));
      knownUpTo = committer.number();
      return result;
    } catch (RocksDBException | IOException | RuntimeException e) {
      // What was taken in half is completed or discarded when the store is next opened.
      committer.fail("批量导入未能写入，已停止注册与变更；排除原因后重新启动：" + e.getMessage());
      throw new StoreFailed("批量导入未能写入：" + e.getMessage(), e);
    }
  }

  private void take(@Nullable Path file, GroupLog.Ready ready, Progress progress)
      throws RocksDBException, IOException {
    if (file != null) {
      staging.announce(ready.payload(), progress);
      ingest(file);
    }
    commit(ready, progress);
    staging.clear();
  }

  private void commit(GroupLog.Ready ready, Progress progress) throws RocksDBException {
    try (var batch = new WriteBatch()) {
      batch.put(store.engine.rows, progress.key(), progress.value());
      store.committer.commit(ready, batch);
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
        commit(store.committer.ready(announced.group()), announced.progress());
      }
    }
    staging.clear();
  }

  /// Writes a file of the engine, key after key.
  private static final class SortedFile {
    private SortedFile() {}

    /// `items` are in the order of their identifiers and at least one: an empty file cannot be
    /// taken in.
    static void write(Engine engine, Path path, List<New> items) throws RocksDBException {
      var key = ByteBuffer.allocateDirect(8192);
      var value = ByteBuffer.allocateDirect(1 << 16);
      try (var environment = new EnvOptions();
          var writer = new SstFileWriter(environment, engine.fileOptions)) {
        writer.open(path.toString());
        for (var item : items) {
          var head = item.head();
          var record = item.item().record();
          if (value.capacity() < head.length + record.length) {
            value = ByteBuffer.allocateDirect(head.length + record.length * 2);
          }
          writer.put(
              key.clear().put(item.item().id()).flip(), value.clear().put(head).put(record).flip());
        }
        writer.finish();
      }
    }
  }
}
