package duixian.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts failed sign-ins: five for an account from an address, or thirty from an address, within
/// five minutes, and then that address waits. Holds at most ten thousand counts.
final class SignInAttempts {
  static final int PER_ACCOUNT = 5;
  static final int PER_ADDRESS = 30;
  private static final int MOST = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST;
        }
      };

  SignInAttempts(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isBlocked(String account, String address) {
    return count(account + "@" + address) >= PER_ACCOUNT || count(address) >= PER_ADDRESS;
  }

  synchronized void failed(String account, String address) {
    var now = clock.instant();
    failures.computeIfAbsent(account + "@" + address, _ -> new ArrayDeque<>()).addLast(now);
    failures.computeIfAbsent(address, _ -> new ArrayDeque<>()).addLast(now);
  }

  synchronized void succeeded(String account, String address) {
    failures.remove(account + "@" + address);
  }

  private int count(String key) {
    var times = failures.get(key);
    if (times == null) {
      return 0;
    }
    var since = clock.instant().minus(WINDOW);
    times.removeIf(time -> time.isBefore(since));
    return times.size();
  }
}
