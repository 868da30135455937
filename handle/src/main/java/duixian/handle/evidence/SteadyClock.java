package duixian.handle.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock that never goes back and does not jump with the system's.
///
/// It follows the system clock while that moves like the monotonic one, to within a second. A jump
/// is told to `jumps`; after a minute of agreeing with itself a clock that jumped ahead is
/// followed, one that jumped back is not before the next start.
public final class SteadyClock implements InstantSource {
  private static final long LEEWAY = 1000;
  private static final long PATIENCE = 60_000;
  private static final long HALT = 200_000_000;

  /// Told once per jump, with both times in milliseconds.
  @FunctionalInterface
  public interface Jumps {
    void jumped(long steady, long wall);
  }

  private final InstantSource wall;
  private final LongSupplier nanos;
  private final Jumps jumps;
  private long baseMillis;
  private long baseNanos;
  private long last;
  private long jump;
  private long jumpedAt;

  public SteadyClock(InstantSource wall, LongSupplier nanos, Jumps jumps) {
    this.wall = wall;
    this.nanos = nanos;
    this.jumps = jumps;
    this.baseMillis = wall.millis();
    this.baseNanos = nanos.getAsLong();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    var heard = false;
    long steady;
    long now;
    synchronized (this) {
      long before;
      long after;
      do {
        // A thread that was halted between the two clocks would take its own halt for a jump.
        before = nanos.getAsLong();
        now = wall.millis();
        after = nanos.getAsLong();
      } while (after - before > HALT);
      steady = baseMillis + (after - baseNanos) / 1_000_000;
      var apart = now - steady;
      if (Math.abs(apart) <= LEEWAY) {
        jump = 0;
        rebase(now);
        steady = now;
      } else if (jump == 0 || Math.abs(apart - jump) > LEEWAY) {
        heard = true;
        jump = apart;
        jumpedAt = steady;
      } else if (apart > 0 && steady - jumpedAt >= PATIENCE) {
        jump = 0;
        rebase(now);
        steady = now;
      }
      last = Math.max(last, steady);
      steady = last;
    }
    if (heard) {
      jumps.jumped(steady, now);
    }
    return steady;
  }

  private void rebase(long now) {
    baseMillis = now;
    baseNanos = nanos.getAsLong();
  }
}
