package duixian.handle.evidence;

import duixian.handle.store.Census;
import duixian.handle.store.Channel;
import duixian.handle.store.Store;
import duixian.handle.store.Tallies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts from the identifiers themselves: first creations per day, channel and prefix, and what
/// became of them.
final class ScanCount implements Census {
  private final Map<Tallies.Key, long[]> created = new HashMap<>();
  private final Map<State, long[]> states = new EnumMap<>(State.class);
  private byte[] lastPrefix = new byte[0];
  private String lastName = "";
  private Tallies.Key lastKey = new Tallies.Key(0, 0, Channel.UDP, "");
  private long[] lastCount = new long[1];

  /// Everything of one moment, by several threads.
  static ScanCount of(Store.Moment moment, int threads) {
    var parts = new ArrayList<ScanCount>();
    moment.census(
        threads,
        () -> {
          var part = new ScanCount();
          parts.add(part);
          return part;
        });
    return sum(parts);
  }

  private static ScanCount sum(List<ScanCount> parts) {
    var sum = new ScanCount();
    for (var part : parts) {
      part.created.forEach((key, count) -> cell(sum.created, key)[0] += count[0]);
      part.states.forEach((state, count) -> cell(sum.states, state)[0] += count[0]);
    }
    return sum;
  }

  private static <K> long[] cell(Map<K, long[]> cells, K key) {
    return cells.computeIfAbsent(key, _ -> new long[1]);
  }

  @Override
  public void visit(byte[] id, int length, long firstCreated, Channel channel, State state) {
    int slash = 0;
    while (slash < length && id[slash] != '/') {
      slash++;
    }
    if (!Arrays.equals(lastPrefix, 0, lastPrefix.length, id, 0, slash)) {
      lastPrefix = Arrays.copyOf(id, slash);
      lastName = new String(lastPrefix, StandardCharsets.UTF_8);
    }
    var day = Tallies.day(firstCreated * 1000);
    if (lastKey.day() != day
        || lastKey.channel() != channel
        || !lastKey.prefix().equals(lastName)) {
      lastKey = new Tallies.Key(day, 0, channel, lastName);
      lastCount = cell(created, lastKey);
    }
    lastCount[0]++;
    cell(states, state)[0]++;
  }

  /// First creations, under the keys of the counters.
  Map<Tallies.Key, Long> created() {
    var all = new HashMap<Tallies.Key, Long>();
    created.forEach((key, count) -> all.put(key, count[0]));
    return all;
  }

  long of(State state) {
    var count = states.get(state);
    return count == null ? 0 : count[0];
  }
}
