package duixian.handle.load;

import duixian.handle.rocks.SortedLoad.Item;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Sorts by identifier, unsigned byte by byte; of equal ones the earlier line stays first.
///
/// Identifiers of one file mostly differ in a few bytes behind a common beginning: those are sorted
/// by radix, and only what is equal in them is compared as a whole.
final class IdOrder {
  private static final int BYTES = 8;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private IdOrder() {}

  static List<Item> sorted(List<Item> items) {
    if (items.size() < 2) {
      return items;
    }
    var shared = shared(items);
    var from = items.toArray(Item[]::new);
    var keys = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      keys[i] = key(from[i].id(), shared);
    }
    var sorted = radix(from, keys);
    settle(sorted.items, sorted.keys);
    return Arrays.asList(sorted.items);
  }

  private static int shared(List<Item> items) {
    var first = items.getFirst().id();
    int shared = first.length;
    for (var item : items) {
      var length = Math.min(shared, item.id().length);
      var different = Arrays.mismatch(first, 0, length, item.id(), 0, length);
      shared = different < 0 ? length : different;
    }
    return shared;
  }

  /// The bytes behind the common beginning, zeros where the identifier has ended.
  private static long key(byte[] id, int shared) {
    if (shared + BYTES <= id.length) {
      return (long) LONG.get(id, shared);
    }
    long key = 0;
    for (int i = shared; i < shared + BYTES; i++) {
      key = key << 8 | (i < id.length ? id[i] & 255 : 0);
    }
    return key;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Keyed(Item[] items, long[] keys) {}

  private static Keyed radix(Item[] items, long[] keys) {
    var from = items;
    var fromKeys = keys;
    var to = new Item[items.length];
    var toKeys = new long[items.length];
    for (int shift = 0; shift < 64; shift += 8) {
      var starts = new int[257];
      for (var key : fromKeys) {
        starts[(int) (key >>> shift & 255) + 1]++;
      }
      if (starts[(int) (fromKeys[0] >>> shift & 255) + 1] == items.length) {
        continue;
      }
      for (int i = 1; i < 257; i++) {
        starts[i] += starts[i - 1];
      }
      for (int i = 0; i < items.length; i++) {
        var place = starts[(int) (fromKeys[i] >>> shift & 255)]++;
        to[place] = from[i];
        toKeys[place] = fromKeys[i];
      }
      var spare = from;
      from = to;
      to = spare;
      var spareKeys = fromKeys;
      fromKeys = toKeys;
      toKeys = spareKeys;
    }
    return new Keyed(from, fromKeys);
  }

  /// Compares whole identifiers where the bytes of the radix were equal.
  private static void settle(Item[] items, long[] keys) {
    int from = 0;
    for (int i = 1; i <= items.length; i++) {
      if (i == items.length || keys[i] != keys[from]) {
        if (i - from > 1) {
          Arrays.sort(items, from, i, (one, other) -> Arrays.compareUnsigned(one.id(), other.id()));
        }
        from = i;
      }
    }
  }
}
