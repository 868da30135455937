package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Uses;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import org.jspecify.annotations.Nullable;

/// A policy compiled to loops over columns. May be shared by threads; a run belongs to one.
public final class ColumnProgram {
  private final Policy policy;
  private final Plan plan;
  private final Uses uses;
  private final Kernels plain;
  private volatile @Nullable Kernels explaining;

  private ColumnProgram(Policy policy) {
    this.policy = policy;
    this.plan = Plan.of(policy);
    this.uses = Uses.of(policy);
    this.plain = Kernels.of(plan, uses, false);
  }

  public static ColumnProgram compile(Policy policy) {
    return new ColumnProgram(policy);
  }

  /// Every award on all facts. With `explain` also which conditions failed, what is missing and
  /// what each ceiling cut. Throws IllegalArgumentException when the run or the facts are of
  /// another version of the policy.
  public ColumnResult run(Run run, Facts facts, boolean explain) {
    return run(run, facts, explain, null);
  }

  /// The same in the memory of an earlier result of this program, which must not be read any more:
  /// a simulation that runs a city again and again leaves no garbage.
  public ColumnResult run(Run run, Facts facts, boolean explain, @Nullable ColumnResult spare) {
    if (!run.policy().version().equals(policy.version())
        || !facts.policy().version().equals(policy.version())) {
      throw new IllegalArgumentException("run and facts must be of the policy " + policy.name());
    }
    var kernels = explain ? explaining() : plain;
    return new ColumnRun(plan, uses, kernels, run, facts, explain, spare).result();
  }

  private Kernels explaining() {
    var known = explaining;
    if (known == null) {
      known = Kernels.of(plan, uses, true);
      explaining = known;
    }
    return known;
  }
}
