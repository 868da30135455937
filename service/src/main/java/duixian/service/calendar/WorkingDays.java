package duixian.service.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/// Counts working days. Where the yearly notice is not in the data, Monday to Friday are working
/// days and [#isAnnounced] says so.
public record WorkingDays(Map<LocalDate, Boolean> exceptions) {
  private static final int LONGEST = 1000;

  public WorkingDays {
    exceptions = Map.copyOf(exceptions);
  }

  public boolean isWorking(LocalDate day) {
    var exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /// Whether the holidays of that year are known.
  public boolean isAnnounced(int year) {
    return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
  }

  /// The last day of a limit of so many working days that starts on the day after `from`.
  public LocalDate plus(LocalDate from, int days) {
    if (days < 0 || days > LONGEST) {
      throw new IllegalArgumentException("days must be 0.." + LONGEST + ", was " + days);
    }
    var day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isWorking(day) ? 1 : 0;
    }
    return day;
  }

  /// How many working days lie after `from` up to and with `to`; negative when `to` is earlier.
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorking).count();
  }
}
