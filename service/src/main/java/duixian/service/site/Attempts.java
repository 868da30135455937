package duixian.service.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often something was tried within the last while, by key: an account, an address. Holds at
/// most ten thousand keys; for any number of threads.
public final class Attempts {
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Duration window;
  private final Map<String, Deque<Instant>> times =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST;
        }
      };

  public Attempts(Clock clock, Duration window) {
    this.clock = clock;
    this.window = window;
  }

  public synchronized int count(String key) {
    var tried = times.get(key);
    if (tried == null) {
      return 0;
    }
    var since = clock.instant().minus(window);
    tried.removeIf(time -> time.isBefore(since));
    return tried.size();
  }

  public synchronized void add(String key) {
    times.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(clock.instant());
  }

  public synchronized void forget(String key) {
    times.remove(key);
  }

  /// Counts one more unless there were `most` already; false then.
  public synchronized boolean admits(String key, int most) {
    if (count(key) >= most) {
      return false;
    }
    add(key);
    return true;
  }
}
