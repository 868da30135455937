package duixian.service.target;

import duixian.policy.eval.Targets;
import duixian.policy.trace.Progress;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// How far each target is; measured over the whole city, at most once a minute.
public class Board {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;
  private final Refreshed<Measured> measured;

  Board(Clock clock, Laws laws, FactStore facts) {
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
    this.measured =
        new Refreshed<>(
            clock, FRESH, () -> Basis.of(LocalDate.now(clock), laws, facts), this::measure);
  }

  /// The targets as they stood at that moment; their explanations lead to the records.
  public record Measured(Instant at, List<Progress> targets) {
    public Measured {
      targets = List.copyOf(targets);
    }
  }

  public Measured now() {
    return measured.value();
  }

  private Measured measure() {
    var run = laws.run(LocalDate.now(clock));
    var city = facts.city(run.policy(), Counted.of(run.policy()), facts.now());
    return new Measured(clock.instant(), Targets.measure(run, city));
  }
}
