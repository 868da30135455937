package duixian.handle.evidence;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Which sources ask more than so often in one minute; what they ask beyond is counted apart.
///
/// Two rows of counters found by two hashes: a source is over when both are, so that strangers who
/// share one cell are not taken for one.
final class Bursts {
  private static final int CELLS = 1 << 16;
  private final AtomicIntegerArray first = new AtomicIntegerArray(CELLS);
  private final AtomicIntegerArray second = new AtomicIntegerArray(CELLS);
  private final int threshold;

  /// `threshold` per minute and source; 0 for none.
  Bursts(int threshold) {
    this.threshold = threshold;
  }

  boolean over(int source) {
    if (threshold == 0) {
      return false;
    }
    var one = first.incrementAndGet((source * 0x9E3779B9) >>> 16);
    var two = second.incrementAndGet((Integer.reverse(source) * 0x85EBCA6B) >>> 16);
    return Math.min(one, two) > threshold;
  }

  void nextMinute() {
    if (threshold != 0) {
      for (int i = 0; i < CELLS; i++) {
        first.set(i, 0);
        second.set(i, 0);
      }
    }
  }
}
