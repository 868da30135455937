package duixian.cli.assess;

import duixian.cli.report.Result;
import duixian.policy.columns.ColumnProgram;
import duixian.policy.eval.Evaluator;
import duixian.policy.eval.Explainer;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import org.jspecify.annotations.Nullable;

/// Runs a policy on facts: a city by the reference meaning, which also bounds what missing facts
/// may change; a province by columns, which come to the same fen much sooner.
public final class Assessor {
  private Assessor() {}

  /// Every decision; those on the object `explained`, if any, come with their explanation.
  public static Result assess(Run run, Facts facts, @Nullable String explained) {
    if (explained != null) {
      var explainer = Explainer.of(run, facts);
      return new Result(run, facts, explainer.assessment().decisions())
          .explaining(explainer.explain(explained));
    }
    return Result.isLarge(facts) ? byColumns(run, facts) : byReference(run, facts);
  }

  public static Result byReference(Run run, Facts facts) {
    return new Result(run, facts, Evaluator.assess(run, facts).decisions());
  }

  public static Result byColumns(Run run, Facts facts) {
    var columns = ColumnProgram.compile(run.policy()).run(run, facts, true);
    return new Result(run, facts, new ColumnDecisions(columns));
  }
}
