package duixian.cli;

import duixian.cli.report.Result;
import duixian.policy.eval.Evaluator;
import duixian.policy.eval.Explainer;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import org.jspecify.annotations.Nullable;

/// Runs a policy on facts.
final class Assessor {
  private Assessor() {}

  /// Every decision; those on the object `explained`, if any, come with their explanation.
  static Result assess(Run run, Facts facts, @Nullable String explained) {
    if (explained == null) {
      return new Result(run, facts, Evaluator.assess(run, facts).decisions());
    }
    var explainer = Explainer.of(run, facts);
    return new Result(run, facts, explainer.assessment().decisions())
        .explaining(explainer.explain(explained));
  }
}
