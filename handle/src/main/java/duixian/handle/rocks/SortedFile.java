package duixian.handle.rocks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.EnvOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/// A file of the engine being written key after key; it is opened at the first one, because an
/// empty file cannot be taken in.
final class SortedFile implements AutoCloseable {
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
