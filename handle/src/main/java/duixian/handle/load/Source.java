package duixian.handle.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The file, cut into stretches of whole records.
final class Source implements AutoCloseable {
  private final Path path;
  private final FileChannel file;
  private final int stretch;
  private final boolean quotes;
  private long offset;
  private long line;

  Source(Path path, int stretch, boolean quotes, long offset, long line) throws IOException {
    this.path = path;
    this.file = FileChannel.open(path, StandardOpenOption.READ);
    this.stretch = stretch;
    this.quotes = quotes;
    this.offset = offset;
    this.line = line;
  }

  /// The next stretch, or null at the end. A last record needs no line end.
  @Nullable Stretch next() throws IOException {
    var buffer = ByteBuffer.allocate((int) Math.min(stretch, file.size() - offset));
    int got = 0;
    while (buffer.hasRemaining() && got >= 0) {
      got = file.read(buffer, offset + buffer.position());
    }
    var length = buffer.position();
    if (length == 0) {
      return null;
    }
    var bytes = buffer.array();
    var atEnd = offset + length == file.size();
    int lines = 0;
    int cut = 0;
    int seen = 0;
    var inside = false;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '"' && quotes) {
        inside = !inside;
      } else if (bytes[i] == '\n') {
        seen++;
        if (!inside) {
          cut = i + 1;
          lines = seen;
        }
      }
    }
    if (atEnd) {
      cut = length;
      lines = seen + 1;
    }
    if (cut == 0) {
      throw new ImportFailed(
          "%s 第 %d 行起的一条记录超过 %d MiB；多半是引号没有配对".formatted(path, line, stretch >> 20));
    }
    var next = new Stretch(bytes, cut, offset, line, lines);
    offset += cut;
    line += lines;
    return next;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
