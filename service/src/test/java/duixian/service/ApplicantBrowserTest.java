package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The paths of applicants and of the public in a real browser, at a desk and on a phone.
class ApplicantBrowserTest {
  private static final City CITY = City.city();
  private static final Windows CHROMIUM = new Windows(CITY);

  @BeforeAll
  static void aNoticeIsOpen() {
    var unit = CITY.landed();
    var claim = CITY.ready(unit, CITY.landing(unit));
    CITY.proceedings.decide(claim.id(), CITY.rooms.ceiling(claim), 2026, CITY.leader, "");
    CITY.notices.publish("合成专项资金拟兑现名单", List.of(claim.id()), CITY.reviewer);
  }

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void everybodySeesThePolicyAndWhatBecameOfIt(int width) {
    var window = CHROMIUM.window(width);
    window.open("/").isFine("home");
    window.open("/policy").isFine("policy");
    window.open("/notices").isFine("notices");
    window.open("/targets").isFine("targets");
    window.open("/log").isFine("log");
    window.open("/sign-in").isFine("sign-in");
    window.open("/?lang=en").isFine("home-en");
  }

  @Test
  void theAmountChangesWithEachKeystroke() {
    var window = CHROMIUM.window(Windows.WIDE);
    var page = window.open("/calculator").page();
    page.selectOption("[name='平台.类别']", "标杆平台");
    page.selectOption("[name='平台.办公场所已选定']", "true");
    page.selectOption("[name='平台.人员已到位']", "true");
    page.locator("[name='平台.实缴注册资金']").pressSequentially("800万元");

    page.waitForSelector("#result .amount:has-text('160万元')");
    window.isFine("calculator");
  }

  @Test
  void theCalculatorWorksWithoutScripts() {
    var page = CHROMIUM.withoutScripts(Windows.NARROW).open("/calculator").page();
    page.selectOption("[name='平台.类别']", "标杆平台");
    page.selectOption("[name='平台.办公场所已选定']", "true");
    page.selectOption("[name='平台.人员已到位']", "true");
    page.fill("[name='平台.实缴注册资金']", "3000万元");
    page.click("text=计算 >> visible=true >> nth=-1");

    assertThat(page.textContent("#result")).contains("200万元", "封顶");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void aUnitDeclaresWithFilesAndKeepsItsReceipt(int width) {
    var unit = CITY.landed();
    var window = CHROMIUM.window(width).signIn(unit.applicant().id());
    var page = window.page();
    window.isFine("mine");
    page.click("a.computed");
    window.isFine("why");
    page.goBack();
    page.click("button:has-text('申报')");
    page.setInputFiles(
        "#file",
        new FilePayload(
            "验资报告.pdf",
            "application/pdf",
            ("%PDF-1.7 合成 " + width).getBytes(StandardCharsets.UTF_8)));
    page.click("text=添加材料");
    window.isFine("declare");
    page.click("text=提交，取得回执");

    assertThat(page.textContent(".sentence")).contains("已提交。回执");
    window.isFine("claim");
    window.open("/my-claims").isFine("claims");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void aDraftIsSavedAsTyped(int width) {
    var unit = CITY.platform(java.util.Map.of("类别", "标杆平台"));
    var claim = CITY.landing(unit);
    var window = CHROMIUM.window(width).signIn(unit.applicant().id());
    var page = window.open("/declare/" + claim.id()).page();
    page.locator("[name='平台.实缴注册资金']").pressSequentially("12");
    page.waitForSelector("#saved:has-text('草稿保存于')");
    page.reload();

    assertThat(page.inputValue("[name='平台.实缴注册资金']")).isEqualTo("12");
    window.isFine("draft");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void whatIsMeasuredIsOnlyConfirmed(int width) {
    var unit = CITY.landed();
    CITY.matching.raise(new duixian.service.claim.matching.Matching.Root("平台", unit.id()));
    var window = CHROMIUM.window(width).signIn(unit.applicant().id());
    window.isFine("confirm");
    window.page().click("button:has-text('确认')");

    assertThat(window.page().textContent(".sentence")).contains("已确认，回执");
    assertThat(CITY.claims.ofUnit(unit.id()).getFirst().step()).isEqualTo("形式审查");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void somebodyObjectsToANoticeWithoutSigningIn(int width) {
    var notice = CITY.notices.all().getFirst();
    var window = CHROMIUM.window(width).open("/notices/" + notice.id());
    var page = window.page();
    page.click("a:has-text('提出异议')");
    page.fill("#name", "合成异议人");
    page.fill("#contact", "13800000000");
    page.fill("#said", "人员没有到位");
    page.setInputFiles(
        "#file",
        new FilePayload("照片.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
    window.isFine("objection");
    page.click("text=提交异议");

    assertThat(page.textContent(".sentence")).contains("异议已收到，编号");
    assertThat(page.content()).doesNotContain("13800000000");
    window.isFine("notice");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void aUnitSeesWhatTheCityHoldsOfItAndItsAccounts(int width) {
    var unit = CITY.landed();
    var window = CHROMIUM.window(width).signIn(unit.applicant().id());
    window.open("/my-data").isFine("data");
    window.page().click("th a");
    window.isFine("record");
    window.page().click("text=有异议 >> nth=0");
    window.isFine("contest");
    window.open("/my-accounts").isFine("accounts");
    assertThat(window.page().content())
        .contains("**** **** 1234")
        .doesNotContain("6222000000001234");
  }
}
