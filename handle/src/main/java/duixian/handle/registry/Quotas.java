package duixian.handle.registry;

import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many identifiers of each prefix are alive, so that creates together never pass a quota.
///
/// A place is taken before a create and settled after it. A repeated create may be counted twice
/// here, never too little; before a quota refuses, the store's own exact tallies are asked.
public final class Quotas {
  private final Tallies tallies;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private static final class Count {
    private long alive;
    private long pending;
  }

  public Quotas(Tallies tallies) {
    this.tallies = tallies;
    tallies.each(0, Integer.MAX_VALUE, (key, count) -> of(key.prefix()).alive += step(key) * count);
  }

  private static int step(Tallies.Key key) {
    if (key.what() == Event.CREATED.code() || key.what() == Event.RECREATED.code()) {
      return 1;
    }
    return key.what() == Event.DELETED.code() ? -1 : 0;
  }

  public boolean take(String prefix, long quota) {
    var count = of(prefix);
    synchronized (count) {
      if (count.alive + count.pending >= quota) {
        recount(prefix, count);
      }
      if (count.alive + count.pending >= quota) {
        return false;
      }
      count.pending++;
      return true;
    }
  }

  /// What a create came to, with a place taken or without.
  public void settle(String prefix, boolean taken, boolean created) {
    var count = of(prefix);
    synchronized (count) {
      count.pending -= taken ? 1 : 0;
      count.alive += created ? 1 : 0;
    }
  }

  public void deleted(String prefix) {
    var count = of(prefix);
    synchronized (count) {
      count.alive--;
    }
  }

  public long alive(String prefix) {
    var count = of(prefix);
    synchronized (count) {
      return count.alive;
    }
  }

  private void recount(String prefix, Count count) {
    var exact = new long[1];
    tallies.each(
        0,
        Integer.MAX_VALUE,
        (key, number) -> exact[0] += key.prefix().equals(prefix) ? step(key) * number : 0);
    // A change whose outcome is not told yet may be in both; that errs on the side of the quota.
    count.alive = exact[0];
  }

  private Count of(String prefix) {
    return counts.computeIfAbsent(prefix, _ -> new Count());
  }
}
