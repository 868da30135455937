package duixian.policy.facts;

import duixian.policy.facts.text.TextPool;
import java.util.Arrays;

/// Puts records in order: by 标识 in the order of code points, or by numbers.
public final class Ranking {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private Ranking() {}

  /// The positions of keys in ascending order, equal keys as they stand. Keys are unsigned.
  public static int[] ascending(long[] keys) {
    var order = new int[keys.length];
    var all = 0L;
    for (int i = 0; i < keys.length; i++) {
      order[i] = i;
      all |= keys[i];
    }
    var other = new int[keys.length];
    for (int shift = 0; shift < Long.SIZE - Long.numberOfLeadingZeros(all); shift += BITS) {
      distribute(keys, order, other, shift);
      var swap = order;
      order = other;
      other = swap;
    }
    return order;
  }

  /// The place of each 标识 among all of them; empty when they stand in order already.
  static int[] ranks(TextPool ids) {
    if (isAscending(ids)) {
      return new int[0];
    }
    var heads = new long[ids.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = ids.head(i);
    }
    var order = ascending(heads);
    sortTails(ids, heads, order);
    var ranks = new int[heads.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }

  private static void distribute(long[] keys, int[] from, int[] to, int shift) {
    var starts = new int[BUCKETS + 1];
    for (var key : keys) {
      starts[((int) (key >>> shift) & (BUCKETS - 1)) + 1]++;
    }
    for (int i = 0; i < BUCKETS; i++) {
      starts[i + 1] += starts[i];
    }
    for (var position : from) {
      to[starts[(int) (keys[position] >>> shift) & (BUCKETS - 1)]++] = position;
    }
  }

  private static boolean isAscending(TextPool ids) {
    for (int i = 1; i < ids.size(); i++) {
      if (ids.compare(i - 1, ids, i) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void sortTails(TextPool ids, long[] heads, int[] order) {
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && heads[order[to]] == heads[order[from]]) {
        to++;
      }
      if (to - from > 1) {
        var tail =
            Arrays.stream(order, from, to)
                .boxed()
                .sorted((a, b) -> ids.compare(a, ids, b))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(tail, 0, order, from, tail.length);
      }
    }
  }
}
