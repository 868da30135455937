package duixian.handle.rocks;

import duixian.handle.store.Group;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The place of a batch that is being loaded: its file and, once that is whole, what it belongs to.
final class Staging {
  private static final String ANNOUNCED = "batch";
  private final Path directory;

  Staging(Path directory) {
    this.directory = directory;
  }

  record Announced(Group group, SortedLoad.Progress progress) {}

  Path file(long group) throws IOException {
    Files.createDirectories(directory);
    var file = directory.resolve(group + ".sst");
    Files.deleteIfExists(file);
    return file;
  }

  /// `payload` is the encoded group.
  void announce(byte[] payload, SortedLoad.Progress progress) throws IOException {
    var size = 12 + progress.key().length + progress.value().length + payload.length;
    var bytes =
        ByteBuffer.allocate(size + 4)
            .putInt(progress.key().length)
            .putInt(progress.value().length)
            .putInt(payload.length)
            .put(progress.key())
            .put(progress.value())
            .put(payload);
    bytes.putInt(crc(bytes, size)).flip();
    try (var out =
        FileChannel.open(
            directory.resolve(ANNOUNCED),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /// What was announced whole, or null: a torn announcement was followed by nothing.
  @Nullable Announced announced() throws IOException {
    var file = directory.resolve(ANNOUNCED);
    if (!Files.exists(file)) {
      return null;
    }
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    var size = bytes.capacity() - 4;
    if (size < 12 || crc(bytes, size) != bytes.getInt(size)) {
      return null;
    }
    var key = new byte[bytes.getInt()];
    var value = new byte[bytes.getInt()];
    var payload = new byte[bytes.getInt()];
    bytes.get(key).get(value).get(payload);
    return new Announced(Group.decode(payload), new SortedLoad.Progress(key, value));
  }

  void clear() throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.list(directory)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static int crc(ByteBuffer bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes.duplicate().position(0).limit(length));
    return (int) crc.getValue();
  }
}
