package duixian.handle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final long START = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000;

  private long wall = START;
  private long nanos;
  private final List<Long> jumps = new ArrayList<>();
  private final SteadyClock clock =
      new SteadyClock(
          () -> Instant.ofEpochMilli(wall), () -> nanos, (steady, now) -> jumps.add(now - steady));

  @Test
  void aClockThatIsSetALittleIsFollowed() {
    pass(1000, 1500);

    assertThat(clock.millis()).isEqualTo(START + 1500);
    assertThat(jumps).isEmpty();
  }

  @Test
  void aJumpIsToldOnceAndTimeGoesOnByItself() {
    pass(1000, 1000 + HOUR);
    assertThat(clock.millis()).isEqualTo(START + 1000);
    pass(1000, 1000);

    assertThat(clock.millis()).isEqualTo(START + 2000);
    assertThat(jumps).containsExactly(HOUR);
  }

  @Test
  void aClockThatJumpedAheadAndStaysThereIsFollowedAfterAMinute() {
    pass(0, HOUR);
    clock.millis();
    pass(60_000, 60_000);

    assertThat(clock.millis()).isEqualTo(START + HOUR + 60_000);
  }

  @Test
  void aClockThatJumpedBackIsNeverFollowed() {
    pass(0, -HOUR);
    clock.millis();
    pass(2 * HOUR, 2 * HOUR);

    assertThat(clock.millis()).isEqualTo(START + 2 * HOUR);
    assertThat(jumps).containsExactly(-HOUR);
  }

  private void pass(long steadyMillis, long wallMillis) {
    nanos += steadyMillis * 1_000_000;
    wall += wallMillis;
  }
}
