package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.notice.Objections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The main paths of the offices, by hand on their pages, wide and narrow.
class OfficesBrowserTest {
  private final City city = City.city();

  @BeforeEach
  void needsABrowser() {
    assumeTrue(Chromium.isThere(), "没有 Chromium 或 node，./duixian test 会安装");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void aClaimGoesFromTheInboxToTheMoney(int width) throws IOException {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    try (var chromium = new Chromium(city, width)) {
      var clerk = chromium.as("clerk");
      chromium.open(clerk, "/inbox");
      chromium.look(clerk, "inbox");
      clerk.check("input[value='" + claim.number() + "']");
      press(clerk, "受理所选");
      assertThat(clerk.textContent(".sentence")).contains("已受理 1 件");

      var reviewer = chromium.as("reviewer");
      show(chromium, reviewer, claim);
      chromium.look(reviewer, "case-review");
      press(reviewer, "通过");

      for (var department : List.of("tax", "safety")) {
        agree(chromium, department, claim);
      }
      for (var officer : List.of("officer", "officer2")) {
        agree(chromium, officer, claim);
      }

      var leader = chromium.as("leader");
      show(chromium, leader, claim);
      chromium.look(leader, "case-decide");
      assertThat(leader.inputValue("#amount")).isEqualTo("1600000.00");
      press(leader, "审定");
      assertThat(step(claim)).isEqualTo("公示");

      chromium.open(reviewer, "/publish");
      chromium.look(reviewer, "publish");
      reviewer.check("input[name=claim][value='" + claim.id() + "']");
      press(reviewer, "公示所选");
      city.clock.forward(Duration.ofDays(8));
      city.notices.closeDue();

      var finance = chromium.as("finance");
      show(chromium, finance, claim);
      press(finance, "批复");
      pay(chromium, claim);
    }

    assertThat(step(claim)).isEqualTo("已拨付");
  }

  private void pay(Chromium chromium, Claim claim) throws IOException {
    var treasurer = chromium.as("treasurer");
    chromium.open(treasurer, "/money");
    treasurer.check("input[name=claim][value='" + claim.id() + "']");
    treasurer.fill("#plan-number", "中工信资〔2026〕B" + claim.id() + "号");
    press(treasurer, "下达所选");
    chromium.look(treasurer, "plan");
    var plan = treasurer.url();

    var cashier = chromium.as("cashier");
    cashier.navigate(plan);
    var file = cashier.waitForDownload(() -> press(cashier, "生成银行文件（CSV）"));
    var lines = Files.readString(file.path());
    assertThat(lines).contains("ZF" + claim.number()).contains("1600000.00");

    chromium.open(cashier, "/money");
    chromium.look(cashier, "money");
    var answer =
        "指令号,金额,结果,说明,流水号\nZF%s,1600000.00,成功,,B%s\n".formatted(claim.number(), claim.id());
    cashier.setInputFiles(
        "#file", new FilePayload("回单.csv", "text/csv", answer.getBytes(StandardCharsets.UTF_8)));
    press(cashier, "读入");
    assertThat(cashier.textContent(".sentence")).contains("到账 1 笔");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void moneyIsRecoveredWithTheInterestOfTheRule(int width) {
    var claim = paid();
    city.clock.forward(Duration.ofDays(10));
    try (var chromium = new Chromium(city, width)) {
      var recoverer = chromium.as("recoverer");
      show(chromium, recoverer, claim);
      recoverer.click("text=去追回");
      chromium.look(recoverer, "recovery");
      assertThat(recoverer.inputValue("#interest")).isEqualTo("1315.06");
      recoverer.fill("#reason", "虚假材料");
      press(recoverer, "追回");
      chromium.look(recoverer, "case-recovered");
    }

    assertThat(step(claim)).isEqualTo("已追回");
    assertThat(city.accounts.of(claim.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void anUpheldObjectionSendsTheCaseBackToTheDecision(int width) {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id()), city.reviewer);
    var objection =
        city.objections.file(
            notice.id(), claim.id(), new Objections.Objector("李四", "13900000000"), "人员没有到位");
    try (var chromium = new Chromium(city, width)) {
      var handler = chromium.as("handler");
      chromium.open(handler, "/publish/objections");
      assertThat(handler.textContent("main")).doesNotContain("13900000000");
      handler.fill("#answer-" + objection, "经核实属实");
      chromium.look(handler, "objections");
      handler.click("form[action='/publish/objections/" + objection + "'] button[value=true]");
      assertThat(handler.textContent(".sentence")).contains("异议成立");
    }

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
    try (var chromium = new Chromium(city, 1280)) {
      var reviewer = chromium.as("reviewer");
      show(chromium, reviewer, claim);

      assertThat(reviewer.textContent(".acts")).contains("须由另一人办理");
      assertThat(reviewer.isVisible("button[name=agrees]")).isFalse();
    }
  }

  private Claim paid() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    city.payments.read(
        duixian.service.payment.BankFile.answers(
            "指令号,金额,结果,说明,流水号\nZF%s,1600000.00,成功,,R%s\n".formatted(claim.number(), claim.id())),
        city.cashier);
    return claim;
  }

  private static void agree(Chromium chromium, String account, Claim claim) {
    var page = chromium.as(account);
    show(chromium, page, claim);
    press(page, "同意");
  }

  private static void show(Chromium chromium, Page page, Claim claim) {
    chromium.open(page, "/cases/" + claim.number());
  }

  private static void press(Page page, String button) {
    page.click("button:text-is('" + button + "')");
  }

  private String step(Claim claim) {
    return city.claims.claim(claim.id()).step();
  }
}
