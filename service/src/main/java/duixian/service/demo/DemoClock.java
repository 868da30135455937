package duixian.service.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time of the sample city: it jumps while its past is made, then runs on as real time does.
final class DemoClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int OPENING = 9;

  private final Clock real;
  private Duration ahead;

  DemoClock(Clock real, Duration ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  static DemoClock startingAt(Clock real, LocalDate day) {
    return new DemoClock(real, Duration.between(real.instant(), morning(day)));
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(OPENING, 0).atZone(ZONE).toInstant();
  }

  /// To nine o'clock of that day; never back.
  void jumpTo(LocalDate day) {
    jumpTo(morning(day));
  }

  /// Never back.
  synchronized void jumpTo(Instant to) {
    var by = Duration.between(instant(), to);
    if (by.isPositive()) {
      ahead = ahead.plus(by);
    }
  }

  synchronized Duration ahead() {
    return ahead;
  }

  @Override
  public synchronized Instant instant() {
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the city has one time");
  }
}
