package duixian.service.target;

import duixian.policy.eval.Targets;
import duixian.policy.trace.Progress;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far each target is; measured over the whole city, at most once a minute.
public class Board {
  private static final int FRESH_SECONDS = 60;

  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;
  private volatile @Nullable Measured last;

  Board(Clock clock, Laws laws, FactStore facts) {
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
  }

  /// The targets as they stood at that moment; their explanations lead to the records.
  public record Measured(Instant at, List<Progress> targets) {
    public Measured {
      targets = List.copyOf(targets);
    }
  }

  public Measured now() {
    var known = last;
    if (known != null && known.at().plusSeconds(FRESH_SECONDS).isAfter(clock.instant())) {
      return known;
    }
    var run = laws.run(LocalDate.now(clock));
    var city = facts.city(run.policy(), facts.now());
    var measured = new Measured(clock.instant(), Targets.measure(run, city));
    last = measured;
    return measured;
  }
}
