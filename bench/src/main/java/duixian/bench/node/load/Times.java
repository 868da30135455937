package duixian.bench.node.load;

import java.util.Arrays;

/// How long answers took, in nanoseconds: the first million of them.
final class Times {
  private static final int MOST = 1_000_000;
  private long[] nanos = new long[1024];
  private int count;

  void add(long time) {
    if (count < MOST) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count++] = time;
    }
  }

  void addAll(Times others) {
    for (int i = 0; i < others.count; i++) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count++] = others.nanos[i];
    }
  }

  /// The time that this share of them did not exceed, in microseconds; sorts them.
  double micros(double share) {
    Arrays.sort(nanos, 0, count);
    return count == 0 ? 0 : nanos[(int) (count * share)] / 1e3;
  }
}
