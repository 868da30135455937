package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import duixian.policy.value.Money;
import duixian.service.claim.Refusal;
import duixian.service.claim.Tasks;
import duixian.service.claim.night.Runs;
import duixian.service.claim.night.SelfRaising;
import duixian.service.evaluation.Evaluations;
import duixian.service.evaluation.Grade;
import duixian.service.parameter.Interest;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.party.Credits;
import duixian.service.payment.BankFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What stands round the course of a claim: credit, limits, interest, evaluation, nightly runs.
class OversightTest {
  private final City city = City.city();
  private final Parameters parameters = city.context.getBean(Parameters.class);
  private final Credits credits = city.context.getBean(Credits.class);

  @Test
  void aBadRecordHoldsThePaymentAndItsClearingFreesIt() {
    var unit = city.landed();
    var claim = city.issued(unit);
    var plan = city.plans.all().getFirst().id();
    said(unit.id(), true, "列入严重失信名单", city.today());

    assertThat(city.payments.send(plan, city.cashier)).isEmpty();
    assertThat(city.payments.of(claim.id()).getFirst().held())
        .contains("信用核查未通过，暂停拨付")
        .contains("列入严重失信名单");

    said(unit.id(), false, "已修复", city.today());

    assertThat(city.payments.send(plan, city.cashier)).hasSize(1);
    assertThat(credits.of(claim.subject()))
        .extracting("occasion", "bad")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("申报", false),
            org.assertj.core.groups.Tuple.tuple("拨付", true),
            org.assertj.core.groups.Tuple.tuple("拨付", false));
  }

  @Test
  void aLimitHoldsFromItsDayForStepsThatOpenThen() {
    parameters.set(Kind.LIMIT, Tasks.limitKey("评审", "专家评审"), 9, city.today(), "试行办法", city.admin);
    var step =
        city.context
            .getBean(duixian.service.claim.procedure.Procedures.class)
            .procedure("评审")
            .step("专家评审");

    assertThat(city.tasks.limit("评审", step, city.today())).isEqualTo(9);
    assertThat(city.tasks.limit("评审", step, city.today().minusDays(1))).isEqualTo(15);
    assertThat(city.audit.of("办理时限 评审·专家评审")).hasSize(1);
    assertThatThrownBy(() -> parameters.set(Kind.LIMIT, "评审·受理", 9, city.today(), "试行", city.clerk))
        .hasMessageContaining("没有这个角色");
  }

  @Test
  void interestRunsAtTheRateOfEachDay() {
    var owed =
        city.context
            .getBean(Interest.class)
            .on(Money.yuan(3_650_000), LocalDate.of(2024, 10, 11), LocalDate.of(2024, 10, 31));

    assertThat(owed.stretches()).extracting("days").containsExactly(10L, 10L);
    assertThat(owed.amount()).isEqualTo(Money.yuan(3350 + 3100));
  }

  @Test
  void eachDayBearsTheRatePublishedForIt() {
    var owed =
        city.context
            .getBean(Interest.class)
            .on(Money.yuan(1_000_000), LocalDate.of(2021, 12, 1), LocalDate.of(2022, 2, 1));

    assertThat(owed.stretches())
        .extracting(Interest.Stretch::rate, Interest.Stretch::days)
        .containsExactly(tuple(385L, 19L), tuple(380L, 31L), tuple(370L, 12L));
  }

  @Test
  void recoveryNotesTheRulesInterest() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    city.payments.read(
        BankFile.answers("指令号,金额,结果,说明,流水号\nZF" + claim.number() + ",1600000.00,成功,,X\n"),
        city.cashier);
    city.clock.forward(java.time.Duration.ofDays(10));
    var owed = city.payments.interest(city.claims.claim(claim.id())).amount();

    city.payments.recover(claim.id(), owed, city.recoverer, "虚假材料");

    assertThat(owed).isEqualTo(new Money(131_506));
    assertThat(city.audit.of("追回 " + claim.id()).getLast().leaf()).contains("\"rule\":131506");
  }

  @Test
  void theGradeFollowsFromGoalsAndActuals() {
    var unit = city.landed();
    var claim = city.issued(unit);
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    city.payments.read(
        BankFile.answers("指令号,金额,结果,说明,流水号\nZF" + claim.number() + ",1600000.00,成功,,Y\n"),
        city.cashier);
    var evaluations = city.context.getBean(Evaluations.class);
    evaluations.set(claim.id(), "服务企业", "家", new BigDecimal(100), city.reviewer);
    evaluations.set(claim.id(), "培训", "人次", new BigDecimal(50), city.reviewer);
    var goals = evaluations.goals(claim.id());
    var year = city.today().getYear();

    assertThat(evaluations.due(year)).extracting("id").contains(claim.id());
    evaluations.report(
        claim.id(),
        year,
        Map.of(goals.getFirst().id(), new BigDecimal(70), goals.getLast().id(), new BigDecimal(80)),
        unit.applicant());

    assertThat(evaluations.confirm(claim.id(), year, "已核对台账", city.reviewer)).isEqualTo(Grade.GOOD);
    assertThat(evaluations.of(claim.id()).getFirst().rate()).isEqualTo(85);
    assertThatThrownBy(() ->
            evaluations.report(
                claim.id(),
                year,
                Map.of(goals.getFirst().id(), BigDecimal.ONE, goals.getLast().id(), BigDecimal.ONE),
                unit.applicant()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经确认");
  }

  @Test
  void theNightIsRecorded() {
    city.landed();
    city.context.getBean(SelfRaising.class).nightly();

    var run = city.context.getBean(Runs.class).latest().getFirst();

    assertThat(run.endedAt()).isNotNull();
    assertThat(run.roots()).isPositive();
    assertThat(run.failed()).isZero();
  }

  private void said(String unit, boolean bad, String detail, LocalDate on) {
    credits.add(
        List.of(new Credits.CreditRecord(unit, bad, detail, "信用中国（合成）", on)), city.reviewer);
  }
}
