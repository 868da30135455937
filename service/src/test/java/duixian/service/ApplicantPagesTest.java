package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.matching.Matching;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApplicantPagesTest {
  private final City city = City.city();

  @Test
  void whatIsPayableIsDeclaredFromItsCardAndAnsweredWithAReceipt() throws Exception {
    var unit = city.landed();
    var browser = new Browser(city).as(unit.applicant().id());
    assertThat(browser.open("/mine").body()).contains("160.00万元", "申报");

    var form = browser.submit("/mine", "/mine/declare", subject(unit));
    var claim = claim(form.uri().getPath());
    var page =
        browser.submit(
            "/declare/" + claim,
            "/declare/" + claim + "/submit",
            Map.of("account", Long.toString(unit.account())));

    assertThat(page.uri().getPath()).isEqualTo("/my-claims/" + claim);
    assertThat(page.body()).contains("已提交。回执", city.claims.claim(claim).number(), "受理");
    assertThat(browser.open("/my-claims/" + claim + "/why").body())
        .contains("160万元", "实缴注册资金", "按不超过实缴注册资金的20%");
  }

  @Test
  void whatNeedsNoApplicationIsConfirmedTogetherAndOneRefusalStopsNoOther() throws Exception {
    var unit = city.landed();
    for (var code : List.of("1", "2")) {
      city.state(
          "工业APP",
          unit.id() + code,
          unit.id(),
          null,
          Map.of(
              "产品指纹",
              "f" + unit.id() + code,
              "完成适配",
              "true",
              "完成部署",
              "true",
              "部署日期",
              "2023-05-06"));
    }
    city.matching.raise(new Matching.Root("平台", unit.id()));
    var raised = city.claims.ofUnit(unit.id());
    var browser = new Browser(city).as(unit.applicant().id());
    var page = browser.open("/mine").body();
    assertThat(page).contains("免申即享，待您确认", "平台落地奖励", raised.size() + " 项");
    city.proceedings.submit(raised.getFirst().id(), unit.account(), unit.applicant());

    var answer =
        browser.submitAll(
            "/mine",
            "/mine/confirm",
            "account=" + unit.account(),
            raised.stream().map(claim -> "claim=" + claim.id()).toList());

    assertThat(answer.body()).contains("已确认 " + (raised.size() - 1) + " 项", "没有确认 1 项");
    assertThat(city.claims.ofUnit(unit.id())).noneMatch(claim -> claim.step().equals("待确认"));
  }

  @Test
  void casesStandByWhoseTurnItIs() throws Exception {
    var unit = city.landed();
    city.landing(unit);

    assertThat(new Browser(city).as(unit.applicant().id()).open("/my-claims").body())
        .contains("要您办的", "1 件")
        .doesNotContain("已办结");
  }

  @Test
  void whatIsTypedStaysUntilItIsSubmitted() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台", "落地日期", "2023-05-06"));
    var claim = city.landing(unit).id();
    var browser = new Browser(city).as(unit.applicant().id());

    browser.submit(
        "/declare/" + claim,
        "/declare/" + claim + "/save",
        Map.of("平台.实缴注册资金", "800万元", "平台.人员已到位", "true"));

    assertThat(browser.open("/declare/" + claim).body()).contains("value=\"800万元\"", "草稿保存于");
  }

  @Test
  void declaredFactsCountAfterSubmittingAndMeasuredOnesCannotBeTyped() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台", "落地日期", "2023-05-06"));
    var claim = city.landing(unit).id();
    var browser = new Browser(city).as(unit.applicant().id());

    browser.submit(
        "/declare/" + claim,
        "/declare/" + claim + "/submit",
        Map.of(
            "平台.实缴注册资金", "800万元",
            "平台.办公场所已选定", "true",
            "平台.人员已到位", "true",
            "平台.类别", "市级平台",
            "account", Long.toString(unit.account())));

    assertThat(city.claims.claim(claim).ceiling()).isEqualTo(160_000_000L);
  }

  @Test
  void whatDoesNotReadIsSaidAndNothingIsSubmitted() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台"));
    var claim = city.landing(unit).id();
    var browser = new Browser(city).as(unit.applicant().id());

    var page =
        browser.submit(
            "/declare/" + claim,
            "/declare/" + claim + "/submit",
            Map.of("平台.实缴注册资金", "很多", "account", Long.toString(unit.account())));

    assertThat(page.body()).contains("平台 的 实缴注册资金：", "value=\"很多\"");
    assertThat(city.claims.claim(claim).step()).isEqualTo("草稿");
  }

  @Test
  void aCaseOfAnotherUnitIsNotThere() throws Exception {
    var claim = city.landing(city.landed()).id();
    var browser = new Browser(city).as(city.landed().applicant().id());

    assertThat(browser.open("/my-claims/" + claim).statusCode()).isEqualTo(404);
    assertThat(browser.open("/declare/" + claim).statusCode()).isEqualTo(404);
  }

  @Test
  void aRecognisedFactIsContestedAndChangesOnlyWhenTheOfficeAccepts() throws Exception {
    var unit = city.landed();
    var browser = new Browser(city).as(unit.applicant().id());
    var record = "/my-data/" + Browser.encoded("平台") + "/" + unit.id();

    var answer =
        browser.submit(
            record + "?field=" + Browser.encoded("实缴注册资金"),
            record,
            Map.of("field", "实缴注册资金", "value", "900万元", "reason", "验资报告"));

    assertThat(answer.body()).contains("异议已收到");
    assertThat(city.facts.history("平台", unit.id()))
        .filteredOn(stated -> stated.field().equals("实缴注册资金"))
        .extracting(stated -> stated.value())
        .containsExactly("8000000");

    var office = new Browser(city).as("reviewer");
    var action = Pattern.compile("/contests/[0-9]+").matcher(office.open("/contests").body());
    assertThat(action.find()).isTrue();
    office.submit("/contests", action.group(), Map.of("accepted", "true", "answer", "已核对验资报告"));

    assertThat(city.facts.history("平台", unit.id()))
        .filteredOn(stated -> stated.field().equals("实缴注册资金"))
        .extracting(stated -> stated.value())
        .containsExactly("900万元", "8000000");
  }

  private static Map<String, String> subject(City.Unit unit) {
    return Map.of("award", "平台落地奖励", "object", unit.id(), "year", "2023");
  }

  private static long claim(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }
}
