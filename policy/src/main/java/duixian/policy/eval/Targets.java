package duixian.policy.eval;

import duixian.policy.eval.explain.ExpressionTree;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.model.Target;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Measures every 目标 over the records, as of the day of assessment.
public final class Targets {
  private final Evaluation evaluation;
  private final ExpressionTree trees;
  private final Scope city;

  private Targets(Evaluation evaluation) {
    var day = evaluation.run().day();
    this.evaluation = evaluation;
    this.trees = new ExpressionTree(evaluation);
    this.city = new Scope(null, -1, day.getYear(), evaluation.eras().of(day), Scope.Past.NONE);
  }

  /// In the order of the text.
  public static List<Progress> measure(Run run, Facts facts) {
    var targets = new Targets(Evaluator.evaluation(run, facts));
    return run.policy().targets().stream().map(targets::progress).toList();
  }

  private Progress progress(Target target) {
    var measured = evaluation.value(target.measure(), city);
    var floor = evaluation.value(target.floor(), city);
    var wording = evaluation.wording();
    return new Progress(
        target,
        state(measured, floor),
        wording.text(measured, target.measure()),
        wording.text(floor, target.floor()),
        share(measured, floor),
        new Explanation(
            target.name(),
            state(measured, floor).word(),
            new Explanation.Clause(target.clause(), target.span().place()),
            List.of(trees.of(target.measure(), city), trees.of(target.floor(), city))));
  }

  private static Progress.State state(Value measured, Value floor) {
    if (measured instanceof Value.Amount(var reached) && floor instanceof Value.Amount(var least)) {
      return reached.compareTo(least) >= 0 ? Progress.State.REACHED : Progress.State.SHORT;
    }
    return Value.obstacle(measured, floor) instanceof Value.Undecided
        ? Progress.State.UNDETERMINED
        : Progress.State.LACKING;
  }

  private static @Nullable Rational share(Value measured, Value floor) {
    return measured instanceof Value.Amount(var reached)
            && floor instanceof Value.Amount(var least)
            && least.signum() != 0
        ? reached.per(least)
        : null;
  }
}
