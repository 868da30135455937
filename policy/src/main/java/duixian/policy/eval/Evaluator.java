package duixian.policy.eval;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Settled;
import duixian.policy.eval.settlement.Settlement;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Assessment;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Assesses a whole city without explaining; [Explainer] explains.
public final class Evaluator {
  private Evaluator() {}

  /// Every decision, in order of award, object and year. Throws IllegalArgumentException when the
  /// facts were read for another policy.
  public static Assessment assess(Run run, Facts facts) {
    return assessment(run, facts, Settlement.of(evaluation(run, facts), Rivals.ALL));
  }

  static Assessment assessment(Run run, Facts facts, List<Settled> settled) {
    var decisions = settled.stream().map(one -> decision(one, facts, null)).toList();
    return new Assessment(run.policy(), run.day(), readings(run), decisions);
  }

  static Evaluation evaluation(Run run, Facts facts) {
    if (!facts.policy().version().equals(run.policy().version())) {
      throw new IllegalArgumentException(
          "facts must be of the policy " + run.policy().name() + ", were of another version of it");
    }
    return new Evaluation(run, facts);
  }

  static Decision decision(Settled settled, Facts facts, @Nullable Explanation explanation) {
    var row = settled.row();
    var object = row.award().object();
    return new Decision(
        row.award(),
        row.object(),
        facts.table(object).id(row.object()),
        row.root(),
        facts.table(object.root()).id(row.root()),
        row.year(),
        settled.outcome(),
        explanation);
  }

  /// The choice taken at every switch.
  static Map<String, String> readings(Run run) {
    var readings = new LinkedHashMap<String, String>();
    for (var reading : run.policy().readings()) {
      if (reading.isSwitch()) {
        readings.put(reading.name(), reading.choices().get(run.choice(reading)));
      }
    }
    return readings;
  }
}
