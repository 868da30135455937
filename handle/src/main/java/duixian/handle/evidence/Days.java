package duixian.handle.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Days and times of Asia/Shanghai as people read them.
final class Days {
  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);

  private Days() {}

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  static int first(int year) {
    return (int) LocalDate.of(year, 1, 1).toEpochDay();
  }

  static int last(int year) {
    return (int) LocalDate.of(year, 12, 31).toEpochDay();
  }

  static int year(long second) {
    return Instant.ofEpochSecond(second).atOffset(SHANGHAI).getYear();
  }
}
