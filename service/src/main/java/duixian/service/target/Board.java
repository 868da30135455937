package duixian.service.target;

import duixian.policy.eval.Targets;
import duixian.policy.trace.Progress;
import duixian.service.fact.Dated;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far each target is by the documents that are dated until today; measured over the whole
/// city, at most once a minute. After a restart the last reading stands until there is a new one;
/// before the first there is none, since nothing was counted yet, and none of a city without
/// records.
public class Board implements AutoCloseable {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;
  private final Refreshed<Reading> readings;
  private volatile @Nullable List<Progress> explained;

  Board(Clock clock, Laws laws, FactStore facts, LastReadings last) {
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
    this.readings =
        new Refreshed<>(
            clock,
            FRESH,
            () -> Basis.of(LocalDate.now(clock), laws, facts),
            this::read,
            new Refreshed.Keeping<>(last::standings, last::keep));
  }

  /// The targets as they stood at that moment.
  public record Reading(Instant at, List<Standing> targets) {
    public Reading {
      targets = List.copyOf(targets);
    }
  }

  @Override
  public void close() {
    readings.close();
  }

  /// The last reading; null before the first.
  public @Nullable Reading now() {
    return readings.value();
  }

  /// Whether there is nothing to count.
  public boolean isEmpty() {
    return facts.newest().isNone();
  }

  /// With the explanations, which lead to the records; who asks before the first measuring of this
  /// run waits for one.
  public List<Progress> explained() {
    now();
    var known = explained;
    return known == null ? measure() : known;
  }

  private @Nullable Reading read() {
    if (isEmpty()) {
      return null;
    }
    var at = clock.instant();
    return new Reading(at, measure().stream().map(Standing::of).toList());
  }

  private List<Progress> measure() {
    var today = LocalDate.now(clock);
    var run = laws.run(today);
    var city = facts.city(run.policy(), Counted.of(run.policy()), facts.now());
    var measured = List.copyOf(Targets.measure(run, Dated.until(city, today)));
    explained = measured;
    return measured;
  }
}
