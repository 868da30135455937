package duixian.handle.rocks;

import duixian.handle.rocks.Intake.New;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.EnvOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/// Writes a file of the engine, key after key.
final class SortedFile {
  private SortedFile() {}

  /// `items` are in the order of their identifiers and at least one: an empty file cannot be taken
  /// in.
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
