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

/// Measures the targets of the policy in force. A measure stands for a minute, since it reads every
/// record of the city.
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

  /// What was measured, and when; the explanations lead to the records.
  public record Measured(Instant at, List<Progress> targets) {
    public Measured {
      targets = List.copyOf(targets);
    }
  }

  public Measured now() {
    var known = last;
    var at = clock.instant();
    if (known != null && known.at().plusSeconds(FRESH_SECONDS).isAfter(at)) {
      return known;
    }
    var run = laws.run(LocalDate.now(clock));
    var measured = new Measured(at, Targets.measure(run, facts.city(run.policy(), facts.now())));
    last = measured;
    return measured;
  }
}
