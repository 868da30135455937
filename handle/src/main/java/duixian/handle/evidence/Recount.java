package duixian.handle.evidence;

import duixian.handle.events.LogReader;
import duixian.handle.store.Census;
import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The three independent counts of one moment: counters, event log, scan; each from its own source.
///
/// Counters and log count every kind of event; the scan knows first creations only, and of deleted
/// and re-created identifiers how many there are.
public final class Recount {
  private final Map<Tallies.Key, Long> counters;
  private final Map<Tallies.Key, Long> log;
  private final Map<Tallies.Key, Long> scan;
  private final Map<Census.State, Long> states;

  private Recount(
      Map<Tallies.Key, Long> counters,
      Map<Tallies.Key, Long> log,
      Map<Tallies.Key, Long> scan,
      Map<Census.State, Long> states) {
    this.counters = counters;
    this.log = log;
    this.scan = scan;
    this.states = states;
  }

  /// Counts a node while it runs; changes wait only while the moment is fixed.
  public static Recount of(Ledger ledger, int firstDay, int lastDay) {
    var fixed = new Fixed();
    ledger.still(() -> fixed.at(ledger, firstDay, lastDay));
    try (var moment = fixed.moment()) {
      var log = new LogCount();
      LogReader.between(ledger.directory().resolve("events"), firstDay - 1, lastDay + 1)
          .each((block, _, _) -> {
            if (fixed.holds(block)) {
              log.add(block);
            }
          });
      var scan = ScanCount.of(moment, Math.max(1, Runtime.getRuntime().availableProcessors()));
      var states = new TreeMap<Census.State, Long>();
      for (var state : Census.State.values()) {
        states.put(state, scan.of(state));
      }
      Predicate<Tallies.Key> within = key -> key.day() >= firstDay && key.day() <= lastDay;
      return new Recount(
          fixed.counters, only(within, log.all()), only(within, scan.created()), states);
    }
  }

  private static Map<Tallies.Key, Long> only(
      Predicate<Tallies.Key> wanted, Map<Tallies.Key, Long> counts) {
    counts.keySet().removeIf(wanted.negate());
    return counts;
  }

  public Map<Tallies.Key, Long> counters() {
    return counters;
  }

  /// How many identifiers there are of each state now, whenever they were created.
  public Map<Census.State, Long> states() {
    return states;
  }

  /// The sum over all counters of the wanted kind.
  public Three sum(Predicate<Tallies.Key> wanted) {
    return new Three(sum(counters, wanted), sum(log, wanted), sum(scan, wanted));
  }

  private static long sum(Map<Tallies.Key, Long> counts, Predicate<Tallies.Key> wanted) {
    return counts.entrySet().stream()
        .filter(count -> wanted.test(count.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// Where counters and log differ, or either from the scan where that can tell; empty when all
  /// agree for every day, kind, channel and prefix.
  public Map<Tallies.Key, Three> differences() {
    var keys = new HashMap<Tallies.Key, Three>();
    for (var source : List.of(counters, log, scan)) {
      for (var key : source.keySet()) {
        var three =
            new Three(
                counters.getOrDefault(key, 0L),
                log.getOrDefault(key, 0L),
                scan.getOrDefault(key, 0L));
        var agree =
            key.what() == Event.CREATED.code() ? three.agree() : three.counters() == three.log();
        if (!agree) {
          keys.put(key, three);
        }
      }
    }
    return keys;
  }

  /// One figure from the three sources.
  public record Three(long counters, long log, long scan) {
    public boolean agree() {
      return counters == log && log == scan;
    }
  }
}
