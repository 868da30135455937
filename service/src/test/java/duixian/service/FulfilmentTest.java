package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.policy.value.Money;
import duixian.service.claim.Refusal;
import duixian.service.notice.Objections;
import duixian.service.payment.BankFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
  private final City city = City.city();

  @Test
  void aDecisionReservesCapPlaceAndBudget() {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));

    city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("公示");
    assertThat(city.accounts.of(claim.id()))
        .extracting("name", "key")
        .contains(
            org.assertj.core.groups.Tuple.tuple("平台落地奖励.一次性", "平台 " + unit.id()),
            org.assertj.core.groups.Tuple.tuple("平台落地奖励.上限 200万元 每 平台", "平台 " + unit.id()),
            org.assertj.core.groups.Tuple.tuple("预算", "2026年度"));
  }

  @Test
  void anySubmissionRunsAgainToTheSameReceipt() {
    var unit = city.landed();
    var claim = city.landing(unit);
    var submitted = city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.state("平台", unit.id(), null, null, Map.of("实缴注册资金", "1"));

    assertThat(city.submissions.replay(submitted).isSame()).isTrue();
  }

  @Test
  void theMoneyArrivesOnceHoweverOftenTheBankSaysSo() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    var answer = BankFile.answers("指令号,金额,结果,说明,流水号\nZF" + claim.number() + ",1600000.00,成功,,L1\n");

    var first = city.payments.read(answer, city.cashier);
    var second = city.payments.read(answer, city.cashier);

    assertThat(first.paid()).isEqualTo(1);
    assertThat(second).isEqualTo(new duixian.service.payment.Payments.Reading(0, 0, 1, List.of()));
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("已拨付");
    assertThat(city.accounts.of(claim.id())).allMatch(account -> account.settled() > 0);
  }

  @Test
  void aFailedPaymentIsTriedAgainUnderANewNumber() {
    var unit = city.landed();
    var claim = city.issued(unit);
    var plan = city.plans.all().getFirst().id();
    city.payments.send(plan, city.cashier);
    answer("ZF" + claim.number(), "失败");
    city.payments.retry(city.payments.of(claim.id()).getFirst().id(), unit.account(), city.cashier);
    city.payments.send(plan, city.cashier);

    var reading = answer("ZF" + claim.number() + "-2", "成功");

    assertThat(reading.paid()).isEqualTo(1);
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("已拨付");
  }

  @Test
  void aRecoveryRestoresCapsAndBudget() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    answer("ZF" + claim.number(), "成功");

    city.payments.recover(claim.id(), Money.ZERO, city.recoverer, "虚假材料");

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("已追回");
    assertThat(city.accounts.of(claim.id())).isEmpty();
  }

  @Test
  void anObjectionHoldsItsLineAloneAndAnUpheldOneFreesTheMoney() {
    var unit = city.landed();
    var other = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var quiet = city.ready(other, city.landing(other));
    city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");
    city.proceedings.decide(quiet.id(), Money.yuan(1_600_000), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id(), quiet.id()), city.reviewer);
    var objection =
        city.objections.file(
            notice.id(), claim.id(), new Objections.Objector("张三", "13800000000"), "人员没有到位");
    city.clock.forward(java.time.Duration.ofDays(8));
    city.notices.closeDue();

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("公示");
    assertThat(city.claims.claim(quiet.id()).step()).isEqualTo("入库");

    city.objections.settle(objection, true, "经核实属实", city.handler);

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("审定");
    assertThat(city.accounts.of(claim.id())).isEmpty();
  }

  @Test
  void theClockStopsWhileTheApplicantCorrects() {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    var due = city.tasks.of(claim.id()).getLast().due();
    city.proceedings.act(claim.id(), "要求补正", city.clerk, "缺到岗证明");
    city.clock.forward(java.time.Duration.ofDays(14));
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    var accepting = city.tasks.of(claim.id()).stream().filter(task -> task.isOpen()).toList();
    assertThat(accepting).hasSize(1);
    assertThat(accepting.getFirst().due()).isAfter(due);
    assertThat(city.claims.claim(claim.id()).version()).isEqualTo(2);
    assertThatThrownBy(() -> city.proceedings.act(claim.id(), "要求补正", city.clerk, "还缺"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("只能要求一次");
  }

  @Test
  void nobodyWorksOnTwoStepsOfACase() {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var both =
        new duixian.service.party.Person(
            city.reviewer.id(),
            "r",
            "科室",
            java.util.Set.of(
                duixian.service.party.Role.REVIEWER, duixian.service.party.Role.LEADER));

    assertThatThrownBy(
            () -> city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, both, ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("须由另一人办理");
  }

  private duixian.service.payment.Payments.Reading answer(String order, String result) {
    var csv = "指令号,金额,结果,说明,流水号\n" + order + ",1600000.00," + result + ",说明,L" + order + "\n";
    return city.payments.read(BankFile.answers(csv), city.cashier);
  }
}
