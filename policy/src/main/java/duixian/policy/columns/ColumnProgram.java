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
  /// Some 30 bytes of code each, where a method may have 65,535.
  private static final int MOST_PARTS = 1_500;

  private final Policy policy;
  private final int most;
  private final Plan plan;
  private final Uses uses;
  private final Kernels plain;
  private volatile @Nullable Kernels explaining;

  private ColumnProgram(Policy policy, int most) {
    this.policy = policy;
    this.most = most;
    this.plan = Plan.of(policy);
    this.uses = Uses.of(policy);
    this.plain = Kernels.of(plan, uses, false, most);
  }

  public static ColumnProgram compile(Policy policy) {
    return compile(policy, MOST_PARTS);
  }

  /// With at most so many parts of expressions in a loop: rows that need more are worked out
  /// exactly, one by one, to the same fen.
  public static ColumnProgram compile(Policy policy, int mostParts) {
    return new ColumnProgram(policy, mostParts);
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
      known = Kernels.of(plan, uses, true, most);
      explaining = known;
    }
    return known;
  }
}
