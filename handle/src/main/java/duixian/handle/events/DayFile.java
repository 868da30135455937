package duixian.handle.events;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32C;

/// The blocks of one day: each behind its length and its CRC-32C, four bytes each.
final class DayFile {
  static final int FRAME = 8;
  private static final int LARGEST = 256 << 20;
  private static final String SUFFIX = ".log";

  /// What is done with a block that lies before `end` in its file.
  interface Visitor {
    void visit(Block block, byte[] body, long end);
  }

  /// Where reading ended: at the end of the file, or at bytes that are no block.
  record End(long offset, long size) {
    boolean whole() {
      return offset == size;
    }
  }

  private DayFile() {}

  static Path of(Path directory, int day) {
    return directory.resolve(LocalDate.ofEpochDay(day) + SUFFIX);
  }

  static int day(Path file) {
    var name = file.getFileName().toString();
    return (int) LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())).toEpochDay();
  }

  /// All files from the first to the last day, in order.
  static List<Path> between(Path directory, int firstDay, int lastDay) {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(file -> day(file) >= firstDay && day(file) <= lastDay)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LogFailed("事件日志目录读不出：" + directory, e);
    }
  }

  static byte[] framed(byte[] body) {
    return ByteBuffer.allocate(FRAME + body.length)
        .putInt(body.length)
        .putInt(crc(body))
        .put(body)
        .array();
  }

  /// Shows every whole block from `offset` on.
  static End read(Path file, long offset, Visitor visitor) {
    long at = offset;
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      var size = Files.size(file);
      in.skipNBytes(Math.min(offset, size));
      while (at + FRAME <= size) {
        var length = in.readInt();
        var crc = in.readInt();
        if (length < 1 || length > LARGEST || at + FRAME + length > size) {
          break;
        }
        var body = new byte[length];
        in.readFully(body);
        if (crc(body) != crc) {
          break;
        }
        at += FRAME + length;
        visitor.visit(Block.decode(body), body, at);
      }
      return new End(at, size);
    } catch (EOFException e) {
      return new End(at, at + 1);
    } catch (IOException e) {
      throw new LogFailed("事件日志读不出：" + file, e);
    }
  }

  /// Whether a whole block begins here.
  static boolean blockAt(ByteBuffer bytes, int at) {
    var length = bytes.getInt(at);
    if (length < 1 || length > bytes.position() - at - FRAME) {
      return false;
    }
    var body = new byte[length];
    bytes.get(at + FRAME, body);
    return crc(body) == bytes.getInt(at + 4);
  }

  private static int crc(byte[] body) {
    var crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
