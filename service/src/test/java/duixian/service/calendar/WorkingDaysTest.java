package duixian.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private final WorkingDays days =
      new WorkingDays(
          Calendars.shipped().stream()
              .collect(Collectors.toMap(Calendars.SpecialDay::day, Calendars.SpecialDay::working)));

  @ParameterizedTest
  @CsvSource({"2023-09-28,5,2023-10-11", "2024-02-08,1,2024-02-09", "2026-02-13,2,2026-02-24"})
  void aLimitSkipsHolidaysAndCountsWorkdaysThatWereMoved(LocalDate from, int limit, LocalDate due) {
    assertThat(days.plus(from, limit)).isEqualTo(due);
    assertThat(days.between(from, due)).isEqualTo(limit);
  }

  @Test
  void everyYearFrom2021To2026IsAnnounced() {
    assertThat(IntStream.rangeClosed(2021, 2026)).allMatch(days::isAnnounced);
    assertThat(days.isAnnounced(2027)).isFalse();
  }

  @Test
  void aDayOffIsAWeekdayAndAMovedWorkdayLiesOnAWeekend() {
    var plain = new WorkingDays(java.util.Map.of());

    assertThat(Calendars.shipped())
        .filteredOn(Calendars.SpecialDay::working)
        .allMatch(special -> !plain.isWorking(special.day()));
  }
}
