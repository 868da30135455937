package duixian.service.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that takes long to work out: the first reader waits for it, later ones get the last
/// value at once while an old one is worked out again behind them, by one thread at a time.
final class Refreshed<T> {
  private final Clock clock;
  private final Duration fresh;
  private final Supplier<T> work;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Held<T> held;

  Refreshed(Clock clock, Duration fresh, Supplier<T> work) {
    this.clock = clock;
    this.fresh = fresh;
    this.work = work;
  }

  private record Held<T>(Instant at, T value) {}

  T value() {
    var known = held;
    if (known == null) {
      return first();
    }
    if (known.at().plus(fresh).isBefore(clock.instant()) && busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("measuring").start(this::again);
    }
    return known.value();
  }

  private synchronized T first() {
    var known = held;
    return known == null ? worked() : known.value();
  }

  private void again() {
    try {
      var _ = worked();
    } finally {
      busy.set(false);
    }
  }

  private T worked() {
    var at = clock.instant();
    var value = work.get();
    held = new Held<>(at, value);
    return value;
  }
}
