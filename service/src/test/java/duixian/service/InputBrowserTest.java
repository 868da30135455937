package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was typed is not lost when it is not taken.
class InputBrowserTest {
  private static final Windows WINDOWS = new Windows(City.city());

  @AfterAll
  static void close() {
    WINDOWS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void whatIsRefusedStandsInItsFormAgain(int width) {
    var finance = WINDOWS.as("finance", width).open("/budget");
    var page = finance.page();
    page.fill("#key", "2034年度");
    page.fill("#amount", "六千");
    finance.press("设定");

    assertThat(page.textContent(".sentence")).contains("金额“六千”应写成以万元为单位的数");
    assertThat(page.inputValue("#key")).isEqualTo("2034年度");
    assertThat(page.inputValue("#amount")).isEqualTo("六千");
    finance.isFine("refused");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void whatWasTypedOutlivesTheSession(int width) {
    var finance = WINDOWS.as("finance", width).open("/budget");
    var page = finance.page();
    page.fill("#key", "2035年度");
    page.fill("#amount", "7000");
    page.context().clearCookies();
    finance.press("设定");
    assertThat(page.textContent(".sentence")).contains("登录过期了，刚才的内容没有提交");
    finance.isFine("ended");

    page.fill("#account", "finance");
    page.fill("#password", City.PASSWORD);
    page.click("main button");

    assertThat(page.url()).contains("/budget");
    assertThat(page.textContent(".sentence")).contains("您填的还在表里");
    assertThat(page.inputValue("#key")).isEqualTo("2035年度");
    assertThat(page.inputValue("#amount")).isEqualTo("7000");
  }
}
