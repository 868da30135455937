package duixian.cli;

import duixian.cli.report.Result;
import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import java.util.List;

/// Runs a policy on facts.
final class Assessor {
  private Assessor() {}

  static Result assess(Run run, Facts facts) {
    return new Result(run, facts, Evaluator.assess(run, facts).decisions());
  }

  /// The decisions on the object with this 标识, each with its explanation.
  static List<Decision> explain(Run run, Facts facts, String id) {
    return Evaluator.assess(run, facts).decisions().stream()
        .filter(d -> d.object().equals(id))
        .toList();
  }
}
