package duixian.service.calendar.web;

import duixian.service.calendar.Calendars;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class CalendarPages {
  private static final List<String> HEAD = List.of("日期", "上班", "名称", "依据");

  private final Clock clock;
  private final Calendars calendars;
  private final CalendarSetting setting;

  CalendarPages(Clock clock, Calendars calendars, CalendarSetting setting) {
    this.clock = clock;
    this.calendars = calendars;
    this.setting = setting;
  }

  @GetMapping("/settings/calendar")
  Answer year(
      @RequestParam(name = "year", required = false) @Nullable Integer year,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    if ("xlsx".equals(format)) {
      return new Answer.Sheet(
          "日历",
          HEAD,
          calendars.list().stream()
              .map(day ->
                  List.<@Nullable Object>of(
                      day.day(), day.working() ? "是" : "否", day.name(), day.source()))
              .toList());
    }
    return page(year == null ? LocalDate.now(clock).getYear() : year, List.of());
  }

  private Answer page(int year, List<String> complaints) {
    var now = LocalDate.now(clock).getYear();
    var days = calendars.list().stream().filter(day -> day.day().getYear() == year).toList();
    return new Answer.Page(
        "日历",
        "setting/calendar",
        new CalendarPage(
            year,
            IntStream.rangeClosed(2021, now + 1).boxed().toList(),
            calendars.days().isAnnounced(year),
            days,
            complaints));
  }

  @PostMapping("/settings/calendar/day")
  Answer day(
      Person person,
      @RequestParam(name = "day") LocalDate day,
      @RequestParam(name = "working") boolean working,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "source") String source) {
    if (name.isBlank() || source.isBlank()) {
      return page(day.getYear(), List.of("名称和依据不能空"));
    }
    setting.set(
        List.of(new Calendars.SpecialDay(day, working, name.strip(), source.strip())), person.id());
    return new Answer.Redirect("/settings/calendar?year=" + day.getYear(), "已设定 " + day);
  }

  @PostMapping("/settings/calendar")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var days = new ArrayList<Calendars.SpecialDay>();
    var complaints = new ArrayList<String>();
    for (var line : Tabular.read(file.getBytes(), HEAD)) {
      var day = Tabular.day(line.cell("日期"));
      var working = Tabular.flag(line.cell("上班"));
      var wrong =
          day.isEmpty()
              ? line.wrong("日期", "“" + line.cell("日期") + "”应写成 2026-06-30")
              : working.isEmpty()
                  ? line.wrong("上班", "应写是或否，写的是“" + line.cell("上班") + "”")
                  : line.cell("名称").isEmpty()
                      ? line.wrong("名称", "不能空，请写节日")
                      : line.cell("依据").isEmpty() ? line.wrong("依据", "不能空，请写文号") : "";
      if (wrong.isEmpty()) {
        days.add(
            new Calendars.SpecialDay(
                day.orElseThrow(), working.orElseThrow(), line.cell("名称"), line.cell("依据")));
      } else {
        complaints.add(wrong);
      }
    }
    if (!complaints.isEmpty() || days.isEmpty()) {
      return page(
          LocalDate.now(clock).getYear(), complaints.isEmpty() ? List.of("文件里没有日期") : complaints);
    }
    var year = days.getFirst().day().getYear();
    var known = Set.copyOf(calendars.list());
    var changed = days.stream().filter(day -> !known.contains(day)).toList();
    if (!changed.isEmpty()) {
      setting.set(changed, person.id());
    }
    return new Answer.Redirect(
        "/settings/calendar?year=" + year,
        "读入 %d 天，改了 %d 天".formatted(days.size(), changed.size()));
  }
}
