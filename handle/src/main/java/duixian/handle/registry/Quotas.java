package duixian.handle.registry;

import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many identifiers of each prefix are alive, so that creates together never pass a quota.
///
/// A place is taken before a create and settled after it, once, by whether the store did write it.
/// The store's tallies are read at the start only: read while changes are under way, they hold
/// changes that are settled here a moment later, which would then count twice.
public final class Quotas {
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private static final class Count {
    private long alive;
    private long pending;
  }

  public Quotas(Tallies tallies) {
    tallies.each(0, Integer.MAX_VALUE, (key, count) -> of(key.prefix()).alive += step(key) * count);
  }

  private static int step(Tallies.Key key) {
    if (key.what() == Event.CREATED.code() || key.what() == Event.RECREATED.code()) {
      return 1;
    }
    return key.what() == Event.DELETED.code() ? -1 : 0;
  }

  /// Takes a place for a create; false when the quota is used up.
  public boolean take(String prefix, long quota) {
    var count = of(prefix);
    synchronized (count) {
      if (count.alive + count.pending >= quota) {
        return false;
      }
      count.pending++;
      return true;
    }
  }

  /// Takes a place whatever the quota, for a create that is expected to change nothing. Should the
  /// identifier be deleted before, the place this frees is kept from other creates.
  public void takeBeyond(String prefix) {
    var count = of(prefix);
    synchronized (count) {
      count.pending++;
    }
  }

  /// Gives the place of a create back, or makes it that of the identifier `created`.
  public void settle(String prefix, boolean created) {
    var count = of(prefix);
    synchronized (count) {
      count.pending--;
      count.alive += created ? 1 : 0;
    }
  }

  /// Frees the place of an identifier that the store did delete.
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

  private Count of(String prefix) {
    return counts.computeIfAbsent(prefix, _ -> new Count());
  }
}
