package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.eval.settlement.Rivals;
import duixian.policy.model.Cap;
import duixian.policy.model.Key;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RivalsTest {
  private static final Key PLATFORM = parent(Town.PLATFORM);
  private static final Town TWO =
      new Town()
          .platform("P1")
          .project("X1", "P1", "2022-01-01", "80")
          .project("X2", "P1", "2022-02-01", "80");
  private static final Rivals WITHOUT_X1 =
      new Rivals.Except(Set.of(new Rivals.Claim("项目", "X1", 2022)));

  private static Law.Draft projects() {
    return award("项目", Town.PROJECT, fact(Town.PROJECT, Town.CONTRACT))
        .on(fact(Town.PROJECT, Town.ACCEPTED_ON));
  }

  @Test
  void aCeilingHoldsWhatTheRivalsLeave() {
    var law = Law.of(projects().limit(yuan(100), PLATFORM, YEAR));

    assertThat(rows(law, Rivals.ALL)).containsExactly("X1 可兑现 80.00", "X2 可兑现 20.00");
    assertThat(rows(law, WITHOUT_X1)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
    assertThat(rows(law, Rivals.NONE)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
  }

  @Test
  void aPlaceIsTakenByRivalsOnly() {
    var law = Law.of(projects().places(1, PLATFORM, YEAR));

    assertThat(rows(law, Rivals.ALL)).containsExactly("X1 可兑现 80.00", "X2 不符合 —");
    assertThat(rows(law, WITHOUT_X1)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
    assertThat(rows(law, Rivals.NONE)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
  }

  @Test
  void aSingleGrantIsTakenByRivalsOnly() {
    var law = Law.of(projects().once(PLATFORM));

    assertThat(rows(law, Rivals.ALL)).containsExactly("X1 可兑现 80.00", "X2 不符合 —");
    assertThat(rows(law, Rivals.NONE)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
  }

  @Test
  void whoSharesAloneKeepsAllThatFits() {
    var law =
        Law.of(projects())
            .cap(
                "总额",
                null,
                new Cap.Sharing.ProRata(),
                new Cap.Excess.Cut(),
                Law.scope(0, yuan(100), PLATFORM, YEAR));

    assertThat(rows(law, Rivals.ALL)).containsExactly("X1 可兑现 50.00", "X2 可兑现 50.00");
    assertThat(rows(law, WITHOUT_X1)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
    assertThat(rows(law, Rivals.NONE)).containsExactly("X1 可兑现 80.00", "X2 可兑现 80.00");
  }

  @Test
  void aLimitOfItsOwnCutsARowWithoutRivalsToo() {
    var law = Law.of(projects().limit(yuan(30), own(Town.PROJECT)));

    assertThat(rows(law, Rivals.NONE)).containsExactly("X1 可兑现 30.00", "X2 可兑现 30.00");
  }

  @Test
  void whatNobodyUsedIsNotSaidToBeUsed() {
    var law = Law.of(projects().limit(yuan(100), PLATFORM, YEAR));

    assertThat(used(law, Rivals.ALL)).isEqualTo("80元");
    assertThat(used(law, Rivals.NONE)).isEmpty();
  }

  private static List<String> rows(Law law, Rivals rivals) {
    return Allowances.of(law.run(), law.facts(TWO), rivals).stream()
        .map(Claimable::decision)
        .map(decision ->
            decision.object()
                + " "
                + decision.outcome().word()
                + " "
                + (decision.outcome() instanceof Outcome.Payable payable
                    ? payable.ceiling().decimal()
                    : "—"))
        .toList();
  }

  private static String used(Law law, Rivals rivals) {
    var decision = Explainer.of(law.run(), law.facts(TWO), rivals).explain("X2").getFirst();
    return Objects.requireNonNull(decision.explanation()).parts().stream()
        .map(Explanation::basis)
        .filter(Explanation.ByCap.class::isInstance)
        .map(basis -> ((Explanation.ByCap) basis).usedBefore())
        .findFirst()
        .orElseThrow();
  }
}
