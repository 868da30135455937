package duixian.handle.evidence;

import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The kinds of counters: events of changes from 0, answers from 32, answers within a burst from
/// 64.
public final class Counted {
  private static final int ANSWERS = 32;
  private static final int BURST = 32;

  private Counted() {}

  static int of(Event event) {
    return event.code();
  }

  static int of(Answer answer, boolean burst) {
    return of(answer.code(), burst);
  }

  static int of(int answer, boolean burst) {
    return ANSWERS + answer + (burst ? BURST : 0);
  }

  /// What a reader of a report calls this kind.
  static String label(int what) {
    if (what < ANSWERS) {
      return Event.of(what).label();
    }
    var answer = Answer.of(what & 15);
    return what < ANSWERS + BURST ? answer.label() : answer.label() + "（突发，另计）";
  }

  /// Sums per result and channel, under names for readers.
  public static Map<String, Long> byKind(Map<Tallies.Key, Long> counts) {
    return sums(counts, key -> label(key.what()) + " · " + key.channel().label());
  }

  /// Sums per prefix, channel and result, under names for readers.
  public static Map<String, Long> byPrefix(Map<Tallies.Key, Long> counts) {
    return sums(counts, Counted::name);
  }

  /// Each key with its day, under a name for readers.
  public static <V> Map<String, V> named(Map<Tallies.Key, V> counts) {
    var named = new TreeMap<String, V>();
    counts.forEach(
        (key, count) -> named.put(LocalDate.ofEpochDay(key.day()) + " · " + name(key), count));
    return named;
  }

  private static String name(Tallies.Key key) {
    var prefix = key.prefix().isEmpty() ? "（其他前缀）" : key.prefix();
    return prefix + " · " + key.channel().label() + " · " + label(key.what());
  }

  private static Map<String, Long> sums(
      Map<Tallies.Key, Long> counts, Function<Tallies.Key, String> name) {
    var sums = new TreeMap<String, Long>();
    counts.forEach((key, count) -> sums.merge(name.apply(key), count, Long::sum));
    return sums;
  }
}
