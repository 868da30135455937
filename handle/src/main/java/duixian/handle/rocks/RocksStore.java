package duixian.handle.rocks;

import duixian.handle.cache.AnswerCache;
import duixian.handle.cache.Lookups;
import duixian.handle.cache.RecordCache;
import duixian.handle.store.Change;
import duixian.handle.store.Entry;
import duixian.handle.store.GroupLog;
import duixian.handle.store.Page;
import duixian.handle.store.Rows;
import duixian.handle.store.Store;
import duixian.handle.store.Tallies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;

/// The store on RocksDB in one directory, which one process at a time may hold open.
///
/// Close it after whatever reads from it: the engine is native and does not survive a late reader.
public final class RocksStore implements Store {
  final Engine engine;
  final Committer committer;
  final Settings settings;
  private final AnswerCache answers;
  private final RecordCache records;
  private final Thread warm;
  private final RocksTallies tallies;
  private final Disk disk;
  private final SortedLoad load;
  private volatile boolean closed;

  private RocksStore(
      Engine engine, Settings settings, Path directory, InstantSource clock, GroupLog log)
      throws IOException {
    this.engine = engine;
    this.settings = settings;
    this.answers = new AnswerCache(settings.answerCache());
    this.records = new RecordCache(settings.recordCache());
    this.tallies = new RocksTallies(engine);
    this.disk = new Disk(directory, settings.reserve());
    this.committer = new Committer(engine, clock, log, answers, records, tallies, disk);
    this.warm = Thread.ofPlatform().name("warm").daemon().unstarted(this::warm);
    this.load = new SortedLoad(this, directory.resolve("load"));
  }

  /// Opens or makes the store. A group that a crash kept from the log is noted there now.
  public static RocksStore open(
      Path directory, Settings settings, InstantSource clock, GroupLog log) {
    try {
      Files.createDirectories(directory);
      var engine = Engine.open(directory, settings);
      try {
        var store = new RocksStore(engine, settings, directory, clock, log);
        store.committer.mend();
        store.load.settle();
        store.committer.start();
        return store;
      } catch (RocksDBException | IOException | RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (RocksDBException | IOException e) {
      throw new StoreFailed("标识库打不开：" + directory + "（" + e.getMessage() + "）", e);
    }
  }

  @Override
  public void bring(Lookups these) {
    records.bring(these);
  }

  @Override
  public boolean recall(
      Lookups these, int which, ByteBuffer id, int from, int length, Recalled into) {
    into.end = records.find(these, which, id, from, length, into.bytes);
    if (into.end < 0) {
      return false;
    }
    var value = ByteBuffer.wrap(into.bytes, 0, into.end);
    into.modified = Head.read(value).modified();
    into.from = value.position();
    return true;
  }

  @Override
  public @Nullable Entry get(byte[] id) {
    var hash = AnswerCache.hash(id);
    var known = records.find(hash, id);
    if (known != null) {
      return Head.entry(known);
    }
    var generation = records.generation(hash);
    try {
      var value = engine.db.get(engine.ids, id);
      if (value == null || Head.deleted(value)) {
        return null;
      }
      records.keep(hash, generation, id, id.length, value, value.length);
      return Head.entry(value);
    } catch (RocksDBException e) {
      throw new StoreFailed("标识无法读取", e);
    }
  }

  /// Reads identifiers ahead, in their order, as long as there is room for them in memory.
  private void warm() {
    var id = new byte[4096];
    var value = new byte[4096];
    var generations = records.generations();
    try (var options = new ReadOptions().setFillCache(false).setReadaheadSize(2 << 20);
        var at = engine.db.newIterator(engine.ids, options)) {
      for (at.seekToFirst(); at.isValid() && !records.full() && !closed; at.next()) {
        var idLength = at.key(id, 0, id.length);
        var length = at.value(value, 0, value.length);
        if (idLength <= id.length && length <= value.length && !Head.deleted(value)) {
          var hash = AnswerCache.hash(ByteBuffer.wrap(id, 0, idLength), 0, idLength);
          var generation = generations[RecordCache.generationOf(hash)];
          records.keep(hash, generation, id, idLength, value, length);
        }
      }
    }
  }

  /// Reads identifiers ahead from now on, for a node that will be asked for them; once.
  public void readAhead() {
    records.inHugePages();
    warm.start();
  }

  /// Waits until what is read ahead is there.
  public void awaitReadAhead() throws InterruptedException {
    warm.join();
  }

  @Override
  public void submit(Change change, Told done) {
    committer.submit(change, done);
  }

  @Override
  public Page scan(byte[] prefix, byte @Nullable [] cursor, int limit) {
    var rows = new ArrayList<Page.Row>();
    try (var at = engine.db.newIterator(engine.ids)) {
      for (at.seek(cursor == null ? prefix : RocksRows.after(cursor)); at.isValid(); at.next()) {
        var key = at.key();
        if (!RocksRows.startsWith(key, prefix)) {
          break;
        }
        var value = at.value();
        if (Head.deleted(value)) {
          continue;
        }
        if (rows.size() == limit) {
          return new Page(rows, rows.getLast().key());
        }
        var in = ByteBuffer.wrap(value);
        Head.read(in);
        rows.add(new Page.Row(key, Arrays.copyOfRange(value, in.position(), value.length)));
      }
      at.status();
    } catch (RocksDBException e) {
      throw new StoreFailed("标识无法列举", e);
    }
    return new Page(rows, null);
  }

  @Override
  public Rows rows(String table) {
    return new RocksRows(engine, table);
  }

  @Override
  public Tallies tallies() {
    return tallies;
  }

  @Override
  public Moment moment() {
    return new Scan(engine);
  }

  @Override
  public AnswerCache answers() {
    return answers;
  }

  @Override
  public @Nullable String trouble() {
    var trouble = committer.trouble();
    return trouble != null ? trouble : disk.trouble();
  }

  @Override
  public int waiting() {
    return committer.waiting();
  }

  @Override
  public void settle() {
    alone(() -> {});
  }

  /// For identifiers by the million.
  public SortedLoad load() {
    return load;
  }

  /// Runs `task` while no change is under way.
  public void alone(Runnable task) {
    committer.alone(task);
  }

  /// A copy of this moment in a directory that must not exist yet; hard links, so it costs little.
  public void checkpoint(Path directory) {
    try (var checkpoint = Checkpoint.create(engine.db)) {
      checkpoint.createCheckpoint(directory.toString());
    } catch (RocksDBException e) {
      throw new StoreFailed("备份未成：" + directory, e);
    }
  }

  /// Forgets idempotency keys first used before this second; the number forgotten.
  public int forgetOnceBefore(long second) {
    try {
      return Decisions.Once.forgetBefore(engine, second);
    } catch (RocksDBException e) {
      throw new StoreFailed("重试记录无法清理", e);
    }
  }

  /// Bytes on disk of all live files, without the log of writes still under way.
  public long bytes() {
    try {
      long bytes = 0;
      for (var family : Arrays.asList(engine.ids, engine.tally, engine.once, engine.rows)) {
        bytes += engine.db.getLongProperty(family, "rocksdb.live-sst-files-size");
      }
      return bytes;
    } catch (RocksDBException e) {
      throw new StoreFailed("标识库大小无法读取", e);
    }
  }

  /// The first and the last identifier that ever was; both empty when there is none.
  public Borders borders() {
    try (var at = engine.db.newIterator(engine.ids)) {
      at.seekToFirst();
      if (!at.isValid()) {
        return new Borders(new byte[0], new byte[0]);
      }
      var first = at.key();
      at.seekToLast();
      return new Borders(first, at.key());
    }
  }

  /// Two identifiers between which all others lie.
  @SuppressWarnings("ArrayRecordComponent")
  public record Borders(byte[] first, byte[] last) {}

  /// About how many identifiers there are, cheaply.
  public long estimate() {
    try {
      return engine.db.getLongProperty(engine.ids, "rocksdb.estimate-num-keys");
    } catch (RocksDBException e) {
      throw new StoreFailed("标识数量无法读取", e);
    }
  }

  /// Reads every block and compares its checksum.
  public void verifyChecksums() {
    try {
      engine.db.verifyChecksum();
    } catch (RocksDBException e) {
      throw new StoreFailed("标识库有损坏的数据块：" + e.getMessage() + "；请从备份恢复", e);
    }
  }

  /// Writes memory to files and puts all files in order.
  public void compact() {
    try {
      engine.db.compactRange(engine.ids);
    } catch (RocksDBException e) {
      throw new StoreFailed("标识库整理未成", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    committer.close();
    try {
      warm.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    engine.close();
    records.close();
  }
}
