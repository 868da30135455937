package duixian.cli.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A bar for work that takes longer than a second; gone when closed. A thread of its own draws it,
/// so that work without steps to count shows that it goes on, too.
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration REDRAW = Duration.ofMillis(150);
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final @Nullable Thread painter;
  private final AtomicLong done = new AtomicLong();
  private volatile long expected;
  private volatile String what = "读取事实";
  private volatile boolean isDrawn;

  private Progress(PrintWriter err, boolean isShown) {
    this.err = err;
    this.painter = isShown ? Thread.ofVirtual().start(this::paint) : null;
  }

  public static Progress on(PrintWriter err) {
    return new Progress(err, true);
  }

  public static Progress silent() {
    return new Progress(new PrintWriter(java.io.Writer.nullWriter()), false);
  }

  /// Begins another stretch of work of `total` steps; 0 when they cannot be counted.
  public void begin(String what, long total) {
    this.what = what;
    done.set(0);
    expected = total;
  }

  public void advance(long steps) {
    done.addAndGet(steps);
  }

  /// The file as a stream that moves the bar.
  public InputStream reading(Path file) throws IOException {
    if (expected == 0) {
      expected = Files.size(file);
    }
    return new Watched(Files.newInputStream(file));
  }

  private void paint() {
    try {
      Thread.sleep(PATIENCE);
      while (true) {
        draw();
        Thread.sleep(REDRAW);
      }
    } catch (InterruptedException _) {
      // closed: the work is done
    }
  }

  private void draw() {
    isDrawn = true;
    var total = expected;
    if (total <= 0) {
      err.print("\r" + what + "…\u001B[K");
    } else {
      var share = Math.min(1.0, (double) done.get() / total);
      var full = (int) (WIDTH * share);
      var bar = "█".repeat(full) + " ".repeat(WIDTH - full);
      err.printf("\r%s [%s] %d%%\u001B[K", what, bar, (int) (100 * share));
    }
    err.flush();
  }

  @Override
  public void close() {
    if (painter == null) {
      return;
    }
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (isDrawn) {
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
      advance(c < 0 ? 0 : 1);
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
