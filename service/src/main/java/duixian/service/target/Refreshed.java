package duixian.service.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that takes long to work out: readers get the last value at once, also that of an
/// earlier run, while an old one that no longer rests on the same is worked out again behind them,
/// by one thread at a time. Nobody waits: before the first value there is none.
///
/// A basis may say the same though a slow writer committed something in between, so every value is
/// worked out again after an hour.
final class Refreshed<T> implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private final Duration fresh;
  private final Supplier<?> basis;
  private final Supplier<@Nullable T> work;
  private final Keeping<T> keeping;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Held<T> held;
  private volatile @Nullable Thread working;
  private volatile boolean remembered;
  private volatile boolean closed;

  /// `basis` is quick to read and differs when the value may; `work` gives null when there is
  /// nothing to work on.
  Refreshed(
      Clock clock,
      Duration fresh,
      Supplier<?> basis,
      Supplier<@Nullable T> work,
      Keeping<T> keeping) {
    this.clock = clock;
    this.fresh = fresh;
    this.basis = basis;
    this.work = work;
    this.keeping = keeping;
  }

  /// Where the last value outlives the run; `last` gives null when there is none.
  record Keeping<T>(Supplier<@Nullable T> last, Consumer<T> keep) {}

  /// What was worked out when, and when it was last found to hold.
  private record Held<T>(Instant worked, Instant seen, Object basis, T value) {}

  /// Null before the first.
  @Nullable T value() {
    var known = held == null ? earlier() : held;
    var isOld = known == null || known.seen().plus(fresh).isBefore(clock.instant());
    if (isOld && busy.compareAndSet(false, true)) {
      behind(() -> again(known));
    }
    return known == null ? null : known.value();
  }

  private void behind(Runnable work) {
    if (!closed) {
      working = Thread.ofVirtual().name("measuring").start(work);
    }
  }

  /// Waits for what is under way: it needs the database.
  @Override
  public void close() {
    closed = true;
    var last = working;
    try {
      if (last != null) {
        last.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The last value of an earlier run. However old: it is worked out again behind this reader.
  private synchronized @Nullable Held<T> earlier() {
    if (held == null && !remembered) {
      var last = keeping.last().get();
      held = last == null ? null : new Held<>(Instant.EPOCH, Instant.EPOCH, keeping, last);
      remembered = true;
    }
    return held;
  }

  private void again(@Nullable Held<T> known) {
    try {
      var now = clock.instant();
      if (known != null
          && known.worked().plus(LONGEST).isAfter(now)
          && known.basis().equals(basis.get())) {
        held = new Held<>(known.worked(), now, known.basis(), known.value());
      } else {
        work(now);
      }
    } finally {
      busy.set(false);
    }
  }

  private void work(Instant at) {
    // Read before the work: what comes in meanwhile makes it differ.
    Object from = basis.get();
    var value = work.get();
    if (value != null) {
      held = new Held<>(at, at, from, value);
      keeping.keep().accept(value);
    }
  }
}
