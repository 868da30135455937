package duixian.service.calendar.web;

import duixian.service.calendar.Calendars;
import java.util.List;

/// The special days of a year; `announced` when that year's notice is in the data.
public record CalendarPage(
    int year,
    List<Integer> years,
    boolean announced,
    List<Calendars.SpecialDay> days,
    List<String> complaints) {
  public CalendarPage {
    years = List.copyOf(years);
    days = List.copyOf(days);
    complaints = List.copyOf(complaints);
  }
}
