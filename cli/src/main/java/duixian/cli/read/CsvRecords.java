package duixian.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// The records of a CSV one after another, a cell as a view that the next one overwrites. A thread
/// of its own reads and splits ahead, a few batches far, while those before are used.
final class CsvRecords implements AutoCloseable {
  private static final int BATCHES = 4;

  private final BlockingQueue<CsvBatch> free = new ArrayBlockingQueue<>(BATCHES);
  private final BlockingQueue<Split> split = new ArrayBlockingQueue<>(BATCHES);
  private final CharSpan cell = new CharSpan();
  private final Thread splitter;
  private Split current = new Split(new CsvBatch(), false, null);
  private int record = -1;

  /// A batch, whether it is the last, and what kept it from being whole.
  private record Split(CsvBatch batch, boolean isLast, @Nullable Exception failure) {}

  CsvRecords(InputStream in) {
    for (int i = 1; i < BATCHES; i++) {
      free.add(new CsvBatch());
    }
    var scanner = new CsvScanner(in);
    splitter = Thread.ofVirtual().name("csv").start(() -> splitAll(scanner));
  }

  /// The line on which the record starts.
  int line() {
    return current.batch().line(record);
  }

  int cells() {
    return current.batch().cells(record);
  }

  CharSequence cell(int index) {
    return current.batch().cell(record, index, cell);
  }

  /// Moves to the next record; false at the end. A CharacterCodingException says that the text is
  /// not UTF-8, a [CsvScanner.Malformed] that it is no CSV.
  boolean next() throws IOException {
    record++;
    while (record == current.batch().records()) {
      if (current.isLast()) {
        broken(current.failure());
        return false;
      }
      advance();
    }
    return true;
  }

  /// Stops reading ahead; the stream is the caller's to close.
  @Override
  public void close() {
    splitter.interrupt();
    try {
      splitter.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void broken(@Nullable Exception failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException io -> throw io;
      case RuntimeException other -> throw other;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void advance() throws IOException {
    try {
      free.put(current.batch());
      current = split.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    record = 0;
  }

  private void splitAll(CsvScanner scanner) {
    try {
      for (var isMore = true; isMore; ) {
        var batch = free.take();
        batch.clear();
        var next = split(scanner, batch);
        split.put(next);
        isMore = !next.isLast();
      }
    } catch (InterruptedException _) {
      // closed: nobody wants the rest
    }
  }

  private static Split split(CsvScanner scanner, CsvBatch batch) {
    try {
      return new Split(batch, !scanner.fill(batch), null);
    } catch (IOException | CsvScanner.Malformed broken) {
      return new Split(batch, true, broken);
    }
  }
}
