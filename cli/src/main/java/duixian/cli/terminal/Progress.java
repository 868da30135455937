package duixian.cli.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A bar for work that takes longer than a second, on a terminal only; gone when closed.
public final class Progress implements AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long REDRAW = 100_000_000L;
  private static final int WIDTH = 30;

  private final @Nullable PrintWriter err;
  private final LongSupplier nanos;
  private final long started;
  private long drawn;
  private long done;
  private long expected;
  private String what = "读取事实";

  private Progress(@Nullable PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  /// Draws on `err`; `nanos` is a clock in nanoseconds.
  public static Progress on(PrintWriter err, LongSupplier nanos) {
    return new Progress(err, nanos);
  }

  public static Progress silent() {
    return new Progress(null, () -> 0);
  }

  /// Begins another stretch of work of `total` steps.
  public void begin(String what, long total) {
    this.what = what;
    done = 0;
    expected = total;
    draw();
  }

  /// More bytes will be read than was known.
  public void expect(long bytes) {
    expected += bytes;
  }

  public void advance(long steps) {
    done += steps;
    if (err != null) {
      var now = nanos.getAsLong();
      if (now - started > PATIENCE && now - drawn > REDRAW) {
        drawn = now;
        draw();
      }
    }
  }

  /// The file as a stream that moves the bar.
  public InputStream reading(Path file) throws IOException {
    if (expected == 0) {
      expect(Files.size(file));
    }
    return new Watched(Files.newInputStream(file));
  }

  private void draw() {
    if (err != null && drawn != 0) {
      var full = expected <= 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / expected);
      var percent = expected <= 0 ? 0 : Math.min(100, done * 100 / expected);
      err.printf(
          "\r%s [%s%s] %d%%\u001B[K", what, "█".repeat(full), " ".repeat(WIDTH - full), percent);
      err.flush();
    }
  }

  @Override
  public void close() {
    if (err != null && drawn != 0) {
      err.print("\r\u001B[K");
      err.flush();
    }
  }

  private final class Watched extends FilterInputStream {
    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var c = super.read();
      advance(1);
      return c;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      var count = super.read(bytes, from, length);
      advance(Math.max(0, count));
      return count;
    }
  }
}
