package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.source.SourceText;
import duixian.service.law.Laws;
import org.junit.jupiter.api.Test;

/// Two versions of the policy on one page.
class PolicyVersionsTest {
  @Test
  void aNewVersionIsShownBesideTheOldLineByLine() throws Exception {
    try (var context = Services.start(Services.folder(), new MovableClock())) {
      var laws = context.getBean(Laws.class);
      var browser =
          new Browser(
              "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
      var before = laws.inForce().version();
      assertThat(browser.open("/policy").body()).contains("目前只有一个版本");

      var text = laws.text(before).orElseThrow();
      var line = text.text().lines().filter(one -> one.strip().startsWith("材料：")).findFirst();
      var old = line.orElseThrow().strip();
      laws.enact(
          new SourceText(text.name(), text.text().replaceFirst(old, old + "、<b>承诺书</b>")),
          null,
          "admin");
      var after = laws.inForce().version();
      var page = browser.open("/policy?version=" + after + "&against=" + before).body();

      assertThat(after).isNotEqualTo(before);
      assertThat(page)
          .contains("<option value=\"" + before + "\"")
          .containsSubsequence("两个版本的不同", "<del>- ", old, "</del>", "<ins>+ ", "承诺书", "</ins>")
          .doesNotContain("<b>承诺书</b>");
      assertThat(browser.open("/policy?version=" + before + "&against=" + before).body())
          .contains("没有不同");
      assertThat(browser.open("/policy?version=none").statusCode()).isEqualTo(404);
    }
  }
}
