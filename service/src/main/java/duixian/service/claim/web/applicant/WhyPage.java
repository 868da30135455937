package duixian.service.claim.web.applicant;

import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import duixian.service.law.Measure;
import duixian.service.law.Outcomes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A computed figure down to clause, number of the law, fact and source. `fen` is null unless
/// payable.
public record WhyPage(
    Measure measure,
    String object,
    int year,
    String state,
    @Nullable Long fen,
    List<String> notes,
    @Nullable Explanation why,
    String back) {
  public WhyPage {
    notes = List.copyOf(notes);
  }

  static WhyPage of(Decision decision, String back) {
    return new WhyPage(
        Measure.of(decision.award()),
        decision.award().object().name() + " " + decision.object(),
        decision.year(),
        decision.outcome().word(),
        Outcomes.ceiling(decision.outcome()),
        Outcomes.notes(decision.outcome()),
        decision.explanation(),
        back);
  }
}
