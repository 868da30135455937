package duixian.handle.load;

import duixian.handle.rocks.SortedLoad;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How far a file is imported: bytes and lines read, and what came of them.
public record ImportState(
    long offset, long line, long created, long duplicates, long refused, boolean done) {
  static final ImportState NONE = new ImportState(0, 1, 0, 0, 0, false);

  private static final int SAMPLE = 1 << 20;

  byte[] bytes() {
    return ByteBuffer.allocate(41)
        .putLong(offset)
        .putLong(line)
        .putLong(created)
        .putLong(duplicates)
        .putLong(refused)
        .put((byte) (done ? 1 : 0))
        .array();
  }

  static ImportState of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    return new ImportState(
        in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.get() == 1);
  }

  ImportState with(long end, long next, SortedLoad.Result result, int wrong, boolean last) {
    return new ImportState(
        end,
        next,
        created + result.created(),
        duplicates + result.duplicates(),
        refused + wrong + result.refused().size(),
        last);
  }

  /// Names a file by its size, its beginning and its end, wherever it lies.
  static byte[] key(Path file) throws IOException {
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(8).putLong(in.size()).flip());
      var sample = ByteBuffer.allocate(SAMPLE);
      in.read(sample, 0);
      digest.update(sample.flip());
      sample.clear();
      in.read(sample, Math.max(0, in.size() - SAMPLE));
      digest.update(sample.flip());
      return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
