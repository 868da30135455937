package duixian.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Starts on a Monday in March 2026, ticks with every look, and jumps when a test says so.
final class MovableClock extends Clock {
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  synchronized void forward(Duration by) {
    now = now.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Asia/Shanghai");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the city has one time");
  }

  @Override
  public synchronized Instant instant() {
    now = now.plusMillis(1);
    return now;
  }
}
