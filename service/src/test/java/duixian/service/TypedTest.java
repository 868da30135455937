package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;

/// What somebody typed is not lost by a refusal, also without scripts; and only that person sees
/// it.
class TypedTest {
  private static final String LIMIT = "/settings/procedures/limit";
  private static final String PROCEDURES = "/settings/procedures";

  private final City city = City.city();

  @Test
  void aRefusedDecisionKeepsAmountYearAndReason() throws Exception {
    var unit = city.landed();
    var page = "/cases/" + city.ready(unit, city.landing(unit)).number();

    var answer =
        new Browser(city)
            .as("leader")
            .submit(
                page,
                page + "/decide",
                Map.of("amount", "999999999", "year", "", "reason", "第一行\n第二行"));

    var form = Jsoup.parse(answer.body()).expectForm("form[action$=/decide]");
    assertThat(answer.body()).contains("role=\"alert\"");
    assertThat(form.select("[name=amount]").attr("value")).isEqualTo("999999999");
    assertThat(form.select("[name=year] [selected]").eachAttr("value")).containsExactly("");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo("第一行\n第二行");
  }

  @Test
  void aRefusedNoticeKeepsWhatWasTicked() throws Exception {
    var first = decided();
    var second = decided();

    var answer =
        new Browser(city)
            .as("reviewer")
            .submit("/publish", "/publish", Map.of("claim", Long.toString(second), "title", " "));

    var form = Jsoup.parse(answer.body()).expectForm("form[action=/publish]");
    assertThat(form.select("input[checked]").eachAttr("value")).containsExactly(second + "");
    assertThat(form.select("input[value=" + first + "]")).hasSize(1);
  }

  @Test
  void aRefusedLimitKeepsStepDaysAndReason() throws Exception {
    var answer = new Browser(city).as("admin").submit(PROCEDURES, LIMIT, limit("999", "合成依据甲"));

    assertThat(limitForm(answer.body()).select("[name=days]").attr("value")).isEqualTo("999");
    assertThat(limitForm(answer.body()).select("[name=reason]").attr("value")).isEqualTo("合成依据甲");
    assertThat(limitForm(answer.body()).select("[name=key] [selected]").text()).isEqualTo("评审·受理");
  }

  @Test
  void onlyTheNextPageHoldsIt() throws Exception {
    var browser = new Browser(city).as("admin");
    browser.submit(PROCEDURES, LIMIT, limit("999", "合成依据乙"));

    assertThat(browser.open(PROCEDURES).body()).doesNotContain("合成依据乙");
  }

  @Test
  void whoeverSignsInNextAtTheSameBrowserDoesNotSeeIt() throws Exception {
    var browser = new Browser(city).as("admin");
    browser.hand(PROCEDURES, LIMIT, limit("999", "合成依据丙"), browser.hidden(PROCEDURES));
    city.parties.grant("supervisor", Role.ADMINISTRATOR, City.START);

    var page = browser.as("supervisor").open(PROCEDURES).body();

    city.parties.revoke("supervisor", Role.ADMINISTRATOR, City.START);
    assertThat(page).contains("supervisor", "办理时限应在").doesNotContain("合成依据丙");
  }

  @Test
  void anObjectionOfAnEndedSessionIsNotLost() throws Exception {
    var page = objection();
    var typed = Map.of("name", "合成异议人", "contact", "13800000000", "content", "长长的异议");

    var browser = new Browser(city);
    var answer = browser.follow(browser.hand(page, page, typed, Map.of("_csrf", "old")));

    assertThat(answer.uri().getPath()).isEqualTo(page);
    assertThat(answer.body()).contains("刚才的内容没有提交", "长长的异议</textarea>", "value=\"13800000000\"");
  }

  private String objection() {
    var claim = decided();
    return "/notices/"
        + city.notices.publish("公示", List.of(claim), city.reviewer).id()
        + "/objection/"
        + claim;
  }

  @Test
  void aFileThatIsTooLargeTakesNothingElseAlong() throws Exception {
    var answer =
        new Browser(city)
            .as("reviewer")
            .upload(
                "/facts/%E5%B9%B3%E5%8F%B0",
                "/facts/%E5%B9%B3%E5%8F%B0",
                Map.of("source", "认定", "document", "合成文号丁"),
                new byte[21 << 20]);

    assertThat(answer.body()).contains("文件太大", "value=\"合成文号丁\"");
  }

  @Test
  void aWrongFileKeepsWhatWasTypedBesideIt() throws Exception {
    var answer =
        new Browser(city)
            .as("reviewer")
            .upload(
                "/facts/%E5%B9%B3%E5%8F%B0",
                "/facts/%E5%B9%B3%E5%8F%B0",
                Map.of("source", "认定", "document", "合成文号戊"),
                new byte[] {1, 2, 3});

    assertThat(answer.body()).contains("第 1 行缺少列", "value=\"合成文号戊\"");
  }

  @Test
  void whatIsTooLongToBeKeptIsLeftOut() throws Exception {
    var answer =
        new Browser(city).as("admin").submit(PROCEDURES, LIMIT, limit("999", "长".repeat(100_001)));

    assertThat(answer.body()).contains("办理时限应在").doesNotContain("长长长");
  }

  /// What is kept goes by the name of the field, before anybody looks at the form.
  @Test
  void everySecretOfEveryFormHasTheNameThatIsNeverKept() throws Exception {
    var names = new ArrayList<String>();
    var secrets = Pattern.compile("<input[^>]*type=\"password\"[^>]*>");
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
        var found = secrets.matcher(Files.readString(file));
        while (found.find()) {
          names.add(found.group().replaceAll(".*\\bname=\"([^\"]*)\".*", "$1"));
        }
      }
    }

    assertThat(names).hasSizeGreaterThan(2).containsOnly("password");
  }

  private static Map<String, String> limit(String days, String reason) {
    return Map.of("key", "评审·受理", "days", days, "from", "2099-01-01", "reason", reason);
  }

  private static FormElement limitForm(String html) {
    return Jsoup.parse(html).expectForm("form[action=" + LIMIT + "]");
  }

  private long decided() {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");
    return claim.id();
  }
}
