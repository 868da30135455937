package duixian.service.calendar;

import duixian.service.database.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The calendar as data: the notices that ship with the program, then what an administrator adds.
public class Calendars {
  private final JdbcClient jdbc;
  private volatile @Nullable WorkingDays days;

  Calendars(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A day that differs from Monday to Friday, and the notice that says so.
  public record SpecialDay(LocalDate day, boolean working, String name, String source) {}

  public WorkingDays days() {
    var known = days;
    if (known == null) {
      var exceptions = new HashMap<LocalDate, Boolean>();
      list().forEach(special -> exceptions.put(special.day(), special.working()));
      known = new WorkingDays(exceptions);
      days = known;
    }
    return known;
  }

  public List<SpecialDay> list() {
    return Found.all(
        jdbc.sql("SELECT day, working, name, source FROM calendar_day ORDER BY day")
            .query(SpecialDay.class));
  }

  @Transactional
  public void set(SpecialDay special) {
    insert(special, "DO UPDATE SET working = :working, name = :name, source = :source");
    days = null;
  }

  /// What the program ships, where nobody said otherwise.
  @Transactional
  public void fill() {
    var known = list().stream().map(SpecialDay::day).collect(Collectors.toSet());
    shipped().stream()
        .filter(special -> !known.contains(special.day()))
        .forEach(special -> insert(special, "DO NOTHING"));
    days = null;
  }

  private void insert(SpecialDay special, String onConflict) {
    jdbc.sql(
            "INSERT INTO calendar_day (day, working, name, source)"
                + " VALUES (:day, :working, :name, :source) ON CONFLICT (day) "
                + onConflict)
        .param("day", special.day())
        .param("working", special.working())
        .param("name", special.name())
        .param("source", special.source())
        .update();
  }

  static List<SpecialDay> shipped() {
    try {
      var text =
          new ClassPathResource("calendar/days.csv").getContentAsString(StandardCharsets.UTF_8);
      var days = new ArrayList<SpecialDay>();
      for (var line : text.lines().skip(1).toList()) {
        var cells = line.split(",", -1);
        var from = LocalDate.parse(cells[0]);
        from.datesUntil(LocalDate.parse(cells[1]).plusDays(1))
            .map(day -> new SpecialDay(day, cells[2].equals("true"), cells[3], cells[4]))
            .forEach(days::add);
      }
      return days;
    } catch (IOException e) {
      throw new UncheckedIOException("calendar/days.csv is part of the program", e);
    }
  }
}
