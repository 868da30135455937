package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Organisation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people and programs type that is not what was meant: one sentence on the page of the form.
class InputTest {
  private final City city = City.city();

  @ParameterizedTest
  @Timeout(20)
  @CsvSource({"1e99999999", "1e-99999999", "-1", "99999999999999999999", "六千", "1.0000001"})
  void anAmountThatNoAccountHoldsIsRefusedAtOnce(String amount) throws Exception {
    var answer =
        new Browser(city)
            .as("finance")
            .submit(
                "/budget", "/budget", Map.of("kind", "budget", "key", "2031年度", "amount", amount));

    assertThat(answer.uri().getPath()).isEqualTo("/budget");
    assertThat(answer.body()).contains("role=\"alert\"").doesNotContain(">2031年度");
  }

  @Test
  void aFileThatIsTooLargeLeadsBackToItsForm() throws Exception {
    var answer =
        new Browser(city).as("reviewer").upload("/credit", "/credit", Map.of(), new byte[21 << 20]);

    assertThat(answer.uri().getPath()).isEqualTo("/credit");
    assertThat(answer.body()).contains("文件太大：每个不超过 20 MB");
  }

  @Test
  void aDayThatIsNoneIsNamedOnThePageOfTheForm() throws Exception {
    var answer =
        new Browser(city)
            .as("admin")
            .submit(
                "/settings/calendar",
                "/settings/calendar/day",
                Map.of("day", "2026-13-45", "working", "true", "name", "节", "source", "文"));

    assertThat(answer.uri().getPath()).isEqualTo("/settings/calendar");
    assertThat(answer.body()).contains("“2026-13-45”应是日期，写成 2026-06-30");
  }

  @Test
  void signsThatNobodySeesAreDropped() throws Exception {
    new Browser(city)
        .as("admin")
        .submit(
            "/settings/units",
            "/settings/units",
            Map.of("id", "U\u20078", "kind", "企业", "name", "合成\u202E\u0007\u200B甲😀", "town", ""));

    assertThat(city.parties.organisations()).extracting(Organisation::name).contains("合成甲😀");
  }

  @Test
  void aFormOfAnEndedSessionLeadsBackByWayOfTheSignIn() throws Exception {
    var browser = new Browser(city);
    var site = browser.open("/sign-in").uri().resolve("/").toString();

    var answer =
        browser.follow(
            browser.send(
                HttpRequest.newBuilder(URI.create(site + "budget"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Referer", site + "budget")
                    .POST(HttpRequest.BodyPublishers.ofString("kind=budget&key=2032&amount=1"))
                    .build()));

    assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
    assertThat(answer.body()).contains("登录过期了，刚才的内容没有提交");
  }

  @Test
  void aWindowDoesNotWriteOverTheDraftOfAnother() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台", "落地日期", "2023-05-06"));
    var form = "/declare/" + city.landing(unit).id();
    var browser = new Browser(city).as(unit.applicant().id());
    browser.submit(form, form + "/save", typed("100", "甲"));
    var same = browser.submit(form, form + "/save", typed("150", "甲"));
    assertThat(same.body()).contains("草稿已保存", "value=\"150\"");

    var other = browser.submit(form, form + "/save", typed("200", "乙"));

    assertThat(other.body()).contains("这份草稿在别的窗口改过", "value=\"200\"");
    assertThat(browser.open(form).body()).contains("value=\"150\"");
  }

  /// From a window that saw the form before anything was saved.
  private static Map<String, String> typed(String capital, String window) {
    return Map.of("平台.实缴注册资金", capital, "seen", "", "window", window);
  }
}
