package duixian.service.target;

import duixian.policy.eval.Targets;
import duixian.policy.value.Rational;
import duixian.service.fact.Dated;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the targets came along year by year, by the days on the documents, and where each ends up if
/// it goes on as in the last two years. A reading stands for ten minutes.
public class Courses implements AutoCloseable {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int YEARS = 5;

  private final Laws laws;
  private final FactStore facts;
  private final Refreshed<Map<String, Line>> lines;

  Courses(Clock clock, Laws laws, FactStore facts, LastReadings last) {
    this.laws = laws;
    this.facts = facts;
    this.lines =
        new Refreshed<>(
            clock,
            FRESH,
            () -> Basis.of(LocalDate.now(clock), laws, facts),
            () -> read(LocalDate.now(clock)),
            new Refreshed.Keeping<>(last::lines, last::keep));
  }

  /// The share of the goal at a day, in hundredths of a percent; null where it is not known.
  public record Point(LocalDate day, String measured, @Nullable Long share) {}

  /// A target's points, oldest first, and the share that is expected on its last day: null when two
  /// points are not there, or the last day is over.
  public record Line(List<Point> points, @Nullable Long forecast) {
    public Line {
      points = List.copyOf(points);
    }
  }

  @Override
  public void close() {
    lines.close();
  }

  /// By the name of the target; none before the first reading.
  public Map<String, Line> lines() {
    var known = lines.value();
    return known == null ? Map.of() : known;
  }

  private @Nullable Map<String, Line> read(LocalDate today) {
    if (facts.newest().isNone()) {
      return null;
    }
    var run = laws.run(today);
    var city = facts.city(run.policy(), Counted.of(run.policy()), facts.now());
    var points = new LinkedHashMap<String, List<Point>>();
    for (var day : days(today)) {
      for (var progress : Targets.measure(laws.run(day), Dated.until(city, day))) {
        points
            .computeIfAbsent(progress.target().name(), _ -> new ArrayList<>())
            .add(new Point(day, progress.measured(), hundredths(progress.share())));
      }
    }
    var lines = new LinkedHashMap<String, Line>();
    for (var target : run.policy().targets()) {
      var own = points.getOrDefault(target.name(), List.of());
      lines.put(target.name(), new Line(own, forecast(own, target.until(), today)));
    }
    return lines;
  }

  /// The ends of the last years, and today.
  private static List<LocalDate> days(LocalDate today) {
    var days = new ArrayList<LocalDate>();
    for (int year = today.getYear() - YEARS; year < today.getYear(); year++) {
      days.add(LocalDate.of(year, 12, 31));
    }
    days.add(today);
    return days;
  }

  static @Nullable Long forecast(List<Point> points, @Nullable LocalDate until, LocalDate today) {
    var known = points.stream().filter(point -> point.share() != null).toList();
    if (until == null || !until.isAfter(today) || known.size() < 2) {
      return null;
    }
    var end = known.getLast();
    var begin = known.get(Math.max(0, known.size() - 3));
    var days = end.day().toEpochDay() - begin.day().toEpochDay();
    var reached = end.share();
    var before = begin.share();
    if (days <= 0 || reached == null || before == null) {
      return null;
    }
    var more = (reached - before) * (until.toEpochDay() - end.day().toEpochDay()) / days;
    return reached + Math.max(0, more);
  }

  private static @Nullable Long hundredths(@Nullable Rational share) {
    return share == null
        ? null
        : new BigDecimal(share.numerator())
            .multiply(BigDecimal.valueOf(10_000))
            .divide(new BigDecimal(share.denominator()), MathContext.DECIMAL64)
            .setScale(0, RoundingMode.DOWN)
            .longValue();
  }
}
