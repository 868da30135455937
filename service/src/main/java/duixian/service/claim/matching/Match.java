package duixian.service.claim.matching;

import duixian.policy.eval.Allowance;
import duixian.policy.trace.Decision;
import duixian.service.claim.Openings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one award does for a unit now. `automatic` when all its facts are measured or recognised,
/// so that the unit need not apply; `number` is the case on it that is open or paid, null when
/// there is none.
public record Match(
    Decision decision,
    String payee,
    List<Allowance> takes,
    boolean automatic,
    @Nullable Long claim,
    @Nullable String number,
    @Nullable String step) {
  public Match {
    takes = List.copyOf(takes);
  }

  /// What a claim on it is for.
  public Openings.Subject subject() {
    var award = decision.award();
    return new Openings.Subject(
        award.name(),
        award.clause(),
        award.object().name(),
        decision.object(),
        decision.year(),
        payee,
        decision.root());
  }
}
