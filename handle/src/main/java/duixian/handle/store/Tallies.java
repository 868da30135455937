package duixian.handle.store;

import java.util.Map;
import java.util.function.ObjLongConsumer;

/// Counters per day, kept by the store in the same atomic batches as what they count.
public interface Tallies {

  /// One counter. `day` counts days of Asia/Shanghai since 1970; `what` is an [Event] ordinal, or
  /// 32 and more for kinds of the caller.
  record Key(int day, int what, Channel channel, String prefix) {}

  /// The day of Asia/Shanghai (UTC+8, no summer time) in which this instant lies.
  static int day(long millis) {
    return (int) Math.floorDiv(millis + 8 * 3_600_000L, 86_400_000L);
  }

  /// The prefix of an identifier: what stands before its first slash.
  static int prefixLength(byte[] id) {
    for (int i = 0; i < id.length; i++) {
      if (id[i] == '/') {
        return i;
      }
    }
    return id.length;
  }

  /// Adds counts of the caller and remembers `tick`, both or neither.
  void add(Map<Key, Long> counts, long tick);

  /// The last tick added, 0 for none.
  long tick();

  /// All counters from the first to the last day, both included.
  void each(int firstDay, int lastDay, ObjLongConsumer<Key> visitor);
}
