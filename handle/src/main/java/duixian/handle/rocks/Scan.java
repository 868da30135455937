package duixian.handle.rocks;

import duixian.handle.store.Census;
import duixian.handle.store.Store;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/// Reads all identifiers of one snapshot, cut into stretches that several threads share.
final class Scan implements Store.Moment {
  private final Engine engine;
  private final Snapshot snapshot;

  Scan(Engine engine) {
    this.engine = engine;
    this.snapshot = engine.db.getSnapshot();
  }

  @Override
  public void census(int threads, Supplier<Census> makers) {
    try (var workers = Executors.newFixedThreadPool(threads)) {
      var cuts = cuts(threads);
      var parts = new ArrayList<Future<?>>();
      for (int i = 0; i <= cuts.size(); i++) {
        var from = i == 0 ? null : cuts.get(i - 1);
        var to = i == cuts.size() ? null : cuts.get(i);
        var census = makers.get();
        parts.add(workers.submit(() -> part(from, to, census)));
      }
      for (var part : parts) {
        part.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed("清点被中断", e);
    } catch (ExecutionException | RocksDBException e) {
      throw new StoreFailed("清点未能读完：" + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    engine.db.releaseSnapshot(snapshot);
  }

  /// Keys that cut the whole into about equal parts: the borders of files, which cost no reading.
  private List<byte[]> cuts(int threads) throws RocksDBException {
    var borders =
        engine.db.getLiveFilesMetaData().stream()
            .filter(file -> Arrays.equals(file.columnFamilyName(), RocksDB.DEFAULT_COLUMN_FAMILY))
            .map(file -> file.smallestKey())
            .sorted(Arrays::compareUnsigned)
            .toList();
    var cuts = new ArrayList<byte[]>();
    for (int i = 1; i < threads && borders.size() > threads; i++) {
      cuts.add(borders.get(borders.size() * i / threads));
    }
    return cuts;
  }

  private void part(byte @Nullable [] from, byte @Nullable [] to, Census census) {
    try (var options = new ReadOptions()) {
      options.setSnapshot(snapshot).setFillCache(false).setReadaheadSize(2 << 20);
      try (var end = to == null ? null : new Slice(to)) {
        if (end != null) {
          options.setIterateUpperBound(end);
        }
        try (var at = engine.db.newIterator(engine.ids, options)) {
          if (from == null) {
            at.seekToFirst();
          } else {
            at.seek(from);
          }
          visit(at, census);
          at.status();
        }
      }
    } catch (RocksDBException e) {
      throw new StoreFailed("清点未能读完：" + e.getMessage(), e);
    }
  }

  private static void visit(RocksIterator at, Census census) {
    var id = new byte[4096];
    var value = new byte[64];
    for (; at.isValid(); at.next()) {
      var length = at.key(id, 0, id.length);
      var head = Head.read(ByteBuffer.wrap(value, 0, Math.min(at.value(value, 0, 64), 64)));
      census.visit(id, length, head.firstCreated(), head.channel(), head.state());
    }
  }
}
