package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.value.Money;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
  private final City city = City.city();

  @Test
  void aDeclarationBecomesMoneyReserved() {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));

    city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");

    var decided = city.claims.claim(claim.id());
    assertThat(decided.step()).isEqualTo("公示");
    assertThat(decided.granted()).isEqualTo(160_000_000L);
    assertThat(city.accounts.of(claim.id())).hasSize(3);
  }

  @Test
  void anySubmissionRunsAgainToTheSameReceipt() {
    var unit = city.landed();
    var claim = city.landing(unit);
    var submitted = city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    assertThat(city.submissions.replay(submitted).isSame()).isTrue();
  }
}
