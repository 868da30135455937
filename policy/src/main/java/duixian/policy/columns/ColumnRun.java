package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.derive.Passes;
import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Failure;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.KeySpace;
import duixian.policy.columns.pass.Rewards;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Uses;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run: derived values, then each award's rows, then the settlement of awards that share caps.
final class ColumnRun {
  private final Policy policy;
  private final Run run;
  private final Facts facts;
  private final Uses uses;
  private final Kernels kernels;
  private final Plan plan;
  private final boolean explain;
  private final @Nullable ColumnResult spare;
  private final Frame frame;
  private final List<AwardRun> awards = new ArrayList<>();

  ColumnRun(
      Plan plan,
      Uses uses,
      Kernels kernels,
      Run run,
      Facts facts,
      boolean explain,
      @Nullable ColumnResult spare) {
    this.policy = plan.policy();
    this.plan = plan;
    this.uses = uses;
    this.kernels = kernels;
    this.run = run;
    this.facts = facts;
    this.explain = explain;
    this.spare = spare;
    this.frame = frame();
  }

  ColumnResult result() {
    new Passes(kernels, frame).run(plan);
    var closed = closed();
    for (var award : policy.awards()) {
      awards.add(
          new AwardRun(
              award,
              frame,
              plan,
              uses.of(award.index()),
              kernels,
              explain,
              closed == 0,
              spare == null ? null : spare.awards().get(award.index()).sheet()));
    }
    var settling = new Settling(policy, run, plan, uses, kernels, frame, awards);
    if (closed != 0) {
      awards.forEach(award -> close(award, closed));
    } else {
      settling.run();
    }
    return new ColumnResult(run, facts, awards.stream().map(settling::columns).toList());
  }

  /// Why nothing at all is granted on the day of assessment; 0 when the policy is open.
  private long closed() {
    if (run.day().isAfter(policy.payableUntil())) {
      return Failure.OVER;
    }
    return run.day().isBefore(policy.effective()) ? Failure.NOT_YET : 0;
  }

  private static void close(AwardRun award, long reason) {
    award.assess();
    var sheet = award.sheet();
    Arrays.fill(sheet.states(), Sheet.INELIGIBLE);
    var failures = sheet.failures();
    var lacks = sheet.lacks();
    if (failures != null && lacks != null) {
      Arrays.fill(failures, reason);
      Arrays.fill(lacks, 0);
    }
  }

  private Frame frame() {
    var tables = kernels.tables();
    var roots = new int[tables.rewardCount()];
    var scales = new long[roots.length];
    for (var award : policy.awards()) {
      for (var asked : plan.rewarded(award.index())) {
        var reward = tables.reward(asked.expr());
        roots[reward.index()] = facts.table(award.object().root()).size();
        scales[reward.index()] = reward.scale();
      }
    }
    var made =
        new Frame(
            run,
            facts,
            Calendar.of(run, facts, kernels.changes()),
            plan.derived().size(),
            tables.literalValues(),
            tables.readingValues(run::choice),
            new Rewards(roots, scales));
    made.spaces(
        uses.spaces().stream().map(keys -> KeySpace.of(keys, made)).toArray(KeySpace[]::new));
    return made;
  }
}
