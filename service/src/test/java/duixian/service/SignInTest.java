package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final City city = City.city();
  private final Browser browser = new Browser(city);

  @Test
  void theFirstPageNeedsNoSignIn() throws Exception {
    var page = browser.open("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("平台落地奖励", "200万元 每 平台", "lang=\"zh-CN\"");
  }

  @Test
  void whoSignsInIsNamedOnThePage() throws Exception {
    var unit = city.landed();

    browser.signIn(unit.applicant().id(), City.PASSWORD);

    assertThat(browser.open("/").body()).contains(unit.applicant().name(), "申报人", "退出");
  }

  @Test
  void aWrongPasswordIsAnsweredWithASentenceAndAfterFiveWithAPause() throws Exception {
    var unit = city.landed();
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn(unit.applicant().id(), "wrong").body()).contains("账号或密码不对");
    }

    var answer = browser.signIn(unit.applicant().id(), City.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("试得太多了");
  }

  @Test
  void aFormWithoutItsTokenDoesNothingAndLeadsBackToItsPage() throws Exception {
    var answer =
        browser.post("/", "/sign-in", Map.of("account", "leader", "password", City.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/");
    assertThat(browser.open("/inbox").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void everyAnswerForbidsWhatAPageDoesNotNeed() throws Exception {
    var headers = browser.open("/").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
  }

  @Test
  void aPageThatIsNotThereIsAnsweredWithASentence() throws Exception {
    var page = browser.open("/notices/none/of/this");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("没有这个页面");
  }

  @Test
  void englishStaysUntilChineseIsChosen() throws Exception {
    browser.open("/?lang=en");

    assertThat(browser.open("/").body()).contains("Sign in").contains("平台落地奖励");
  }
}
