package duixian.policy.columns.pass;

import java.util.Arrays;

/// Numbers distinct longs from 0 in the order in which they are met; open addressing, no objects.
public final class Numbering {
  private static final long FREE = Long.MIN_VALUE;

  private long[] keys = filled(64);
  private int[] numbers = new int[64];
  private int size;

  /// `key` is never the least long.
  public int number(long key) {
    var at = find(key);
    if (keys[at] == FREE) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  /// Whether the key is met for the first time.
  public boolean add(long key) {
    var known = size;
    number(key);
    return size > known;
  }

  public int size() {
    return size;
  }

  private int find(long key) {
    var mask = keys.length - 1;
    var hash = key * 0x9E3779B97F4A7C15L;
    var at = (int) (hash >>> 32) & mask;
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    var oldKeys = keys;
    var oldNumbers = numbers;
    keys = filled(oldKeys.length * 2);
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        var at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }

  private static long[] filled(int length) {
    var keys = new long[length];
    Arrays.fill(keys, FREE);
    return keys;
  }
}
