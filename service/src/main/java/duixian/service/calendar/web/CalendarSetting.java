package duixian.service.calendar.web;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.calendar.Calendars;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets days of the calendar, all or none, as one act in the log.
@Component
class CalendarSetting {
  private final Calendars calendars;
  private final AuditLog audit;

  CalendarSetting(Calendars calendars, AuditLog audit) {
    this.calendars = calendars;
    this.audit = audit;
  }

  @Transactional
  public void set(List<Calendars.SpecialDay> days, String by) {
    days.forEach(calendars::set);
    audit.record(
        new Act(
            by,
            "设置日历",
            "工作日历",
            Map.of(
                "days",
                days.stream()
                    .map(day -> day.day() + (day.working() ? " 上班 " : " 放假 ") + day.name())
                    .toList())));
  }
}
