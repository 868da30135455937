package duixian.policy.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import duixian.policy.columns.ColumnProgram;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The columns and the reference agree to the fen on any policy and any facts: states, figures,
/// ceilings, and what each cap cut.
class AgreementTheories {
  private static final int POLICIES = 400;

  private record World(Policy policy, Run run, Facts facts) {
    static World of(long seed) {
      var chance = new Random(seed);
      var random = new RandomPolicy(chance);
      var policy = random.policy();
      var facts = new RandomFacts(policy, chance, 4 + chance.nextInt(36)).facts();
      return new World(policy, random.run(policy), facts);
    }

    List<String> evaluated() {
      return Agreement.evaluated(run, facts);
    }

    List<String> inColumns(boolean explain) {
      return Agreement.inColumns(ColumnProgram.compile(policy), run, facts, explain);
    }

    /// Most rows leave their loop.
    List<String> exactly() {
      return Agreement.inColumns(ColumnProgram.compile(policy, 8), run, facts, true);
    }
  }

  @Test
  void columnsThatExplainMeanWhatTheReferenceMeans() {
    qt().withExamples(POLICIES)
        .forAll(longs().all())
        .as(World::of)
        .checkAssert(world -> assertThat(world.inColumns(true)).isEqualTo(world.evaluated()));
  }

  @Test
  void columnsWithoutExplanationGrantTheSame() {
    qt().withExamples(POLICIES)
        .forAll(longs().all())
        .as(World::of)
        .checkAssert(world ->
            assertThat(world.inColumns(false).stream().map(Agreement::withoutCuts))
                .containsExactlyElementsOf(
                    world.evaluated().stream().map(Agreement::withoutCuts).toList()));
  }

  @Test
  void rowsThatLeaveTheirLoopMeanTheSame() {
    qt().withExamples(POLICIES)
        .forAll(longs().all())
        .as(World::of)
        .checkAssert(world -> assertThat(world.exactly()).isEqualTo(world.evaluated()));
  }
}
