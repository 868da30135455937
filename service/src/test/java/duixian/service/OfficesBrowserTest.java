package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.notice.Objections;
import duixian.service.payment.BankFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The main paths of the offices, by hand on their pages, wide and narrow.
class OfficesBrowserTest {
  private static final Windows WINDOWS = new Windows(City.city());

  private final City city = City.city();

  @AfterAll
  static void close() {
    WINDOWS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void aClaimGoesFromTheInboxToTheMoney(int width) throws IOException {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    var clerk = WINDOWS.as("clerk", width).open("/inbox").isFine("inbox");
    clerk.page().check("input[value='" + claim.number() + "']");
    clerk.press("受理所选");
    assertThat(clerk.page().textContent(".sentence")).contains("已受理 1 件");

    var reviewer = WINDOWS.as("reviewer", width).open(claim).isFine("case-review");
    reviewer.press("通过");
    for (var account : List.of("tax", "safety", "officer", "officer2")) {
      WINDOWS.as(account, width).open(claim).press("同意");
    }

    var leader = WINDOWS.as("leader", width).open(claim).isFine("case-decide");
    assertThat(leader.page().inputValue("#amount")).isEqualTo("1600000.00");
    leader.press("审定");
    assertThat(step(claim)).isEqualTo("公示");

    reviewer.open("/publish").isFine("publish");
    reviewer.page().check("input[name=claim][value='" + claim.id() + "']");
    reviewer.press("公示所选");
    city.clock.forward(Duration.ofDays(8));
    city.notices.closeDue();

    WINDOWS.as("finance", width).open(claim).press("批复");
    pay(claim, width);
    assertThat(step(claim)).isEqualTo("已拨付");
  }

  private void pay(Claim claim, int width) throws IOException {
    var treasurer = WINDOWS.as("treasurer", width).open("/money");
    treasurer.page().check("input[name=claim][value='" + claim.id() + "']");
    treasurer.page().fill("#plan-number", "中工信资〔2026〕B" + claim.id() + "号");
    treasurer.press("下达所选");
    treasurer.isFine("plan");

    var cashier = WINDOWS.as("cashier", width);
    cashier.page().navigate(treasurer.page().url());
    var file = cashier.page().waitForDownload(() -> cashier.press("生成银行文件（CSV）"));
    assertThat(Files.readString(file.path())).contains("ZF" + claim.number(), "1600000.00");

    cashier.open("/money").isFine("money");
    var answer =
        "指令号,金额,结果,说明,流水号\nZF%s,1600000.00,成功,,B%s\n".formatted(claim.number(), claim.id());
    cashier
        .page()
        .setInputFiles(
            "#file",
            new FilePayload("回单.csv", "text/csv", answer.getBytes(StandardCharsets.UTF_8)));
    cashier.press("读入");
    assertThat(cashier.page().textContent(".sentence")).contains("到账 1 笔");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void moneyIsRecoveredWithTheInterestOfTheRule(int width) {
    var claim = paid();
    city.clock.forward(Duration.ofDays(10));

    var recoverer = WINDOWS.as("recoverer", width).open(claim);
    recoverer.page().click("text=去追回");
    recoverer.isFine("recovery");
    assertThat(recoverer.page().inputValue("#interest")).isEqualTo("1315.06");
    recoverer.page().fill("#reason", "虚假材料");
    recoverer.press("追回");

    recoverer.isFine("case-recovered");
    assertThat(step(claim)).isEqualTo("已追回");
    assertThat(city.accounts.of(claim.id())).isEmpty();
  }

  private Claim paid() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    city.payments.read(
        BankFile.answers(
            "指令号,金额,结果,说明,流水号\nZF%s,1600000.00,成功,,R%s\n".formatted(claim.number(), claim.id())),
        city.cashier);
    return claim;
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void anUpheldObjectionSendsTheCaseBackToTheDecision(int width) {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id()), city.reviewer);
    var objection =
        city.objections.file(
            notice.id(), claim.id(), new Objections.Objector("李四", "13900000000"), "人员没有到位");

    var handler = WINDOWS.as("handler", width).open("/publish/objections");
    assertThat(handler.page().textContent("main")).doesNotContain("13900000000");
    handler.page().fill("#answer-" + objection, "经核实属实");
    handler.isFine("objections");
    handler.page().click("form[action='/publish/objections/" + objection + "'] button[value=true]");

    assertThat(handler.page().textContent(".sentence")).contains("异议成立");
    assertThat(step(claim)).isEqualTo("审定");
    assertThat(city.accounts.of(claim.id())).isEmpty();
  }

  @Test
  void fourEyesAreASentenceInsteadOfAButton() {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.proceedings.act(claim.id(), "受理", city.clerk, "");
    city.proceedings.act(claim.id(), "通过", city.reviewer, "");
    city.verdicts.give(claim.id(), true, city.tax, "");
    city.verdicts.give(claim.id(), true, city.safety, "");

    var reviewer = WINDOWS.as("reviewer", Windows.WIDE).open(claim);

    assertThat(reviewer.page().textContent(".acts")).contains("须由另一人办理");
    assertThat(reviewer.page().isVisible("button[name=agrees]")).isFalse();
  }

  @Test
  void thePagesOfLeaderSupervisorAndAdministratorAreFine() {
    paid();
    for (int width : List.of(Windows.WIDE, Windows.NARROW)) {
      var leader = WINDOWS.as("leader", width);
      leader.open("/accounts").isFine("accounts");
      leader.open("/budget").isFine("budget");
      leader.open("/evaluations").isFine("evaluations");
      leader.open("/targets").isFine("targets");
      var supervisor = WINDOWS.as("supervisor", width);
      supervisor.open("/oversight").isFine("oversight");
      supervisor.open("/oversight/sample?seed=7").isFine("sample");
      var admin = WINDOWS.as("admin", width);
      for (var page : List.of("people", "experts", "calendar", "procedures", "readings")) {
        admin.open("/settings/" + page).isFine(page);
      }
    }
  }

  private String step(Claim claim) {
    return city.claims.claim(claim.id()).step();
  }
}
