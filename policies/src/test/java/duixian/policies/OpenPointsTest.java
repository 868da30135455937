package duixian.policies;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.PolicyFolder;
import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.trace.Outcome;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenPointsTest {
  private static final Policy POLICY =
      requireNonNull(PolicyFolder.compile(Shelf.ZHONGSHAN).policy());

  @Test
  void whatTheDraftLeavesOpenIsListed() throws IOException {
    var readings = POLICY.readings().stream().map(OpenPointsTest::line);

    new Golden("zhongshan-2021.open.txt")
        .holds(Stream.concat(readings, undetermined()).collect(joining("\n", "", "\n")));
  }

  @Test
  void onlyTrainingAndParksHaveNoFormula() {
    assertThat(undetermined())
        .hasSize(5)
        .allMatch(line -> line.startsWith("待定 七 ") || line.startsWith("待定 八 "));
  }

  private static String line(Reading reading) {
    return "解释点 %s %s：%s%s → %s"
        .formatted(
            reading.clause(),
            reading.name(),
            reading.question(),
            reading.isSwitch() ? "（" + String.join("、", reading.choices()) + "）" : "",
            reading.decision());
  }

  private static Stream<String> undetermined() {
    return Evaluator.assess(Run.of(POLICY, POLICY.expires()), facts()).decisions().stream()
        .flatMap(decision ->
            decision.outcome() instanceof Outcome.Undetermined(var parts)
                ? parts.stream()
                    .map(part ->
                        "待定 %s %s：%s"
                            .formatted(decision.award().clause(), decision.award().name(), part))
                : Stream.empty());
  }

  private static Facts facts() {
    return new Records(POLICY)
        .with(1, "平台", "类别 标杆平台")
        .with(1, "CIO培训", "平台 平台0；培训日期 2023-05-06；培训人数 60")
        .with(1, "园区项目", "园区建设方 某园区公司")
        .facts();
  }
}
