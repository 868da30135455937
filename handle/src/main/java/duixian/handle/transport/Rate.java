package duixian.handle.transport;

import java.util.concurrent.atomic.AtomicLongArray;

/// How many requests a source may still send this second, in a table of fixed size.
///
/// Two sources may share a place and then share its allowance: with 65,536 places that is rare, and
/// it keeps the memory bounded whatever addresses are made up.
public final class Rate {
  private static final int PLACES = 1 << 16;

  private final int perSecond;
  private final AtomicLongArray places = new AtomicLongArray(PLACES);

  Rate(int perSecond) {
    this.perSecond = perSecond;
  }

  /// Takes one request of `source` at this moment; false when the second is used up.
  public boolean allows(int source, long millis) {
    if (perSecond == 0) {
      return true;
    }
    var at = (source * 0x9E3779B9) >>> 16;
    var second = millis / 1000;
    while (true) {
      var old = places.get(at);
      var used = old >>> 24 == (second & 0xffffffffffL) ? (int) (old & 0xffffff) : 0;
      if (used >= perSecond) {
        return false;
      }
      if (places.compareAndSet(at, old, (second << 24) | (used + 1))) {
        return true;
      }
    }
  }
}
