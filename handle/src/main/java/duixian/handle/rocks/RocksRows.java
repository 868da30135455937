package duixian.handle.rocks;

import duixian.handle.store.Page;
import duixian.handle.store.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/// A small table: its keys stand in one column family behind its name and a zero byte.
final class RocksRows implements Rows {
  private final Engine engine;
  private final byte[] name;

  RocksRows(Engine engine, String table) {
    this.engine = engine;
    this.name = (table + '\0').getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try {
      return engine.db.get(engine.rows, named(key));
    } catch (RocksDBException e) {
      throw new StoreFailed("登记表无法读取", e);
    }
  }

  @Override
  public void put(byte[] key, byte[] value) {
    try (var durable = new WriteOptions().setSync(true)) {
      engine.db.put(engine.rows, durable, named(key), value);
    } catch (RocksDBException e) {
      throw new StoreFailed("登记表未能写入", e);
    }
  }

  @Override
  public void remove(byte[] key) {
    try (var durable = new WriteOptions().setSync(true)) {
      engine.db.delete(engine.rows, durable, named(key));
    } catch (RocksDBException e) {
      throw new StoreFailed("登记表未能写入", e);
    }
  }

  @Override
  public Page scan(byte[] prefix, byte @Nullable [] cursor, int limit) {
    var stretch = named(prefix);
    var rows = new ArrayList<Page.Row>();
    try (var at = engine.db.newIterator(engine.rows)) {
      for (at.seek(cursor == null ? stretch : after(named(cursor))); at.isValid(); at.next()) {
        var key = at.key();
        if (!startsWith(key, stretch)) {
          break;
        }
        if (rows.size() == limit) {
          return new Page(rows, rows.getLast().key());
        }
        rows.add(new Page.Row(Arrays.copyOfRange(key, name.length, key.length), at.value()));
      }
      at.status();
    } catch (RocksDBException e) {
      throw new StoreFailed("登记表无法读取", e);
    }
    return new Page(rows, null);
  }

  private byte[] named(byte[] key) {
    var whole = Arrays.copyOf(name, name.length + key.length);
    System.arraycopy(key, 0, whole, name.length, key.length);
    return whole;
  }

  static byte[] after(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }
}
