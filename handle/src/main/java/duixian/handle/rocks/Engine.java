package duixian.handle.rocks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.HyperClockCache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.UInt64AddOperator;
import org.rocksdb.WALRecoveryMode;

/// The open database with its column families and everything native that must be closed with it.
final class Engine implements AutoCloseable {
  private static final int BLOCK = 4096;

  /// So many files may overlap before they are merged: filters tell which to look into, and each
  /// merge during an import rewrites all there is.
  private static final int OVERLAPPING = 8;

  private static final int SHARDS = 6;

  final RocksDB db;
  final ColumnFamilyHandle ids;
  final ColumnFamilyHandle tally;
  final ColumnFamilyHandle once;
  final ColumnFamilyHandle rows;
  final ColumnFamilyHandle meta;
  final Options fileOptions;
  private final List<RocksObject> natives;

  private Engine(
      RocksDB db,
      List<ColumnFamilyHandle> handles,
      Options fileOptions,
      List<RocksObject> natives) {
    this.db = db;
    this.fileOptions = fileOptions;
    this.ids = handles.get(0);
    this.tally = handles.get(1);
    this.once = handles.get(2);
    this.rows = handles.get(3);
    this.meta = handles.get(4);
    this.natives = natives;
  }

  static Engine open(Path directory, Settings settings) throws RocksDBException {
    RocksDB.loadLibrary();
    var natives = new ArrayList<RocksObject>();
    // Readers take no lock in it; the other cache of the engine has one for each shard.
    var cache = kept(natives, new HyperClockCache(settings.blockCache(), BLOCK, SHARDS, false));
    var options = kept(natives, databaseOptions());
    var forIds = kept(natives, identifierOptions(natives, cache, settings));
    var forTally = kept(natives, smallOptions(natives, cache, settings));
    forTally.setMergeOperator(kept(natives, new UInt64AddOperator()));
    var forRest = kept(natives, smallOptions(natives, cache, settings));
    var forFiles = kept(natives, fileOptions(natives, cache, settings));
    var families =
        List.of(
            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, forIds),
            new ColumnFamilyDescriptor("tally".getBytes(StandardCharsets.US_ASCII), forTally),
            new ColumnFamilyDescriptor("once".getBytes(StandardCharsets.US_ASCII), forRest),
            new ColumnFamilyDescriptor("rows".getBytes(StandardCharsets.US_ASCII), forRest),
            new ColumnFamilyDescriptor("meta".getBytes(StandardCharsets.US_ASCII), forRest));
    var handles = new ArrayList<ColumnFamilyHandle>();
    try {
      var db = RocksDB.open(options, directory.toString(), families, handles);
      return new Engine(db, handles, forFiles, natives);
    } catch (RocksDBException e) {
      closeAll(natives);
      throw e;
    }
  }

  private static DBOptions databaseOptions() {
    return new DBOptions()
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setParanoidChecks(true)
        // Reads up to the first damage; what is missing then shows against the event log. Files
        // used
        // again need no new size, which halves the time of an fsync.
        .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
        .setRecycleLogFileNum(2)
        .setMaxTotalWalSize(256L << 20)
        .setMaxBackgroundJobs(2)
        .setBytesPerSync(1 << 20)
        .setKeepLogFileNum(2)
        .setMaxLogFileSize(8 << 20)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
  }

  private static ColumnFamilyOptions identifierOptions(
      List<RocksObject> natives, Cache cache, Settings settings) {
    return new ColumnFamilyOptions()
        .setTableFormatConfig(table(natives, cache))
        .setWriteBufferSize(settings.memtable())
        .setMaxWriteBufferNumber(3)
        .setLevel0FileNumCompactionTrigger(OVERLAPPING)
        .setLevelCompactionDynamicLevelBytes(true)
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  /// What identifiers look like in files that are written to be taken in whole.
  private static Options fileOptions(List<RocksObject> natives, Cache cache, Settings settings) {
    return new Options()
        .setTableFormatConfig(table(natives, cache))
        .setWriteBufferSize(settings.memtable())
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  private static ColumnFamilyOptions smallOptions(
      List<RocksObject> natives, Cache cache, Settings settings) {
    return new ColumnFamilyOptions()
        .setTableFormatConfig(table(natives, cache))
        .setWriteBufferSize(Math.min(settings.memtable(), 8 << 20))
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  /// Blocks of 4 KiB: a resolve of a cold identifier unpacks one of them. Index and filter stay in
  /// memory whole, about two bytes per identifier.
  private static BlockBasedTableConfig table(List<RocksObject> natives, Cache cache) {
    return new BlockBasedTableConfig()
        .setBlockCache(cache)
        .setBlockSize(BLOCK)
        .setFilterPolicy(kept(natives, new BloomFilter(10, false)))
        .setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash)
        .setDataBlockHashTableUtilRatio(0.75)
        .setFormatVersion(5);
  }

  private static <T extends RocksObject> T kept(List<RocksObject> natives, T object) {
    natives.add(object);
    return object;
  }

  private static void closeAll(List<RocksObject> natives) {
    for (int i = natives.size() - 1; i >= 0; i--) {
      natives.get(i).close();
    }
  }

  @Override
  public void close() {
    for (var handle : Arrays.asList(meta, rows, once, tally, ids)) {
      handle.close();
    }
    db.close();
    closeAll(natives);
  }
}
