package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Organisation;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A form that is handed in twice, without scripts: by a double press, a slow line, or the button
/// that leads back.
class OnceTest {
  private static final String UNITS = "/settings/units";

  private final City city = City.city();

  @Test
  void anObjectionPressedOftenIsOneObjectionWithOneReceipt() throws Exception {
    city.clock.forward(Duration.ofHours(2));
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id()), city.reviewer);
    var page = "/notices/" + notice.id() + "/objection/" + claim.id();
    var browser = new Browser(city);
    var hidden = browser.hidden(page);
    var typed = Map.of("name", "合成异议人", "contact", "13800000000", "content", "人员没有到位");

    var answers = atOnce(16, () -> browser.hand(page, page, typed, hidden));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(303));
    assertThat(answers)
        .extracting(answer -> answer.headers().firstValue("Location").orElseThrow())
        .containsOnly("/notices/" + notice.id());
    var receipt = browser.follow(answers.getLast());
    assertThat(receipt.body()).containsOnlyOnce("异议已收到，编号");
    assertThat(browser.open("/notices/" + notice.id()).body()).doesNotContain("异议已收到");
    assertThat(city.objections.of(claim.id())).hasSize(1);
  }

  @Test
  void aClaimSubmittedTwiceLeadsToItsReceiptTwice() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    var page = "/declare/" + claim.id();
    var browser = new Browser(city).as(unit.applicant().id());
    var hidden = browser.hidden(page);
    var typed = Map.of("account", Long.toString(unit.account()));

    var answers = atOnce(4, () -> browser.hand(page, page + "/submit", typed, hidden));
    var later = browser.follow(browser.hand(page, page + "/submit", typed, hidden));

    assertThat(answers)
        .extracting(answer -> answer.headers().firstValue("Location").orElseThrow())
        .containsOnly("/my-claims/" + claim.id());
    assertThat(later.body()).contains("已提交。回执");
    assertThat(city.submissions.latest(claim.id()).orElseThrow().version()).isOne();
  }

  @Test
  void onlyAFormThatActedUsesUpItsNumber() throws Exception {
    var browser = new Browser(city).as("admin");
    var hidden = browser.hidden(UNITS);
    var refused = browser.hand(UNITS, UNITS, unit("", "合成一号"), hidden);
    assertThat(browser.follow(refused).body()).contains("单位要有标识和名称");

    var mended = browser.follow(browser.hand(UNITS, UNITS, unit("once-1", "合成一号"), hidden));
    var again = browser.follow(browser.hand(UNITS, UNITS, unit("once-1", "合成一号"), hidden));

    assertThat(mended.body()).contains("已登记 合成一号");
    assertThat(again.body()).contains("已登记 合成一号").doesNotContain("已经登记过");
  }

  @Test
  void otherContentFromTheHistoryIsAnotherMatter() throws Exception {
    var browser = new Browser(city).as("admin");
    var hidden = browser.hidden(UNITS);
    browser.hand(UNITS, UNITS, unit("once-2", "合成二号"), hidden);

    var other = browser.follow(browser.hand(UNITS, UNITS, unit("once-3", "合成三号"), hidden));
    var anew = browser.submit(UNITS, UNITS, unit("once-2", "合成二号"));

    assertThat(other.body()).contains("已登记 合成三号");
    assertThat(anew.body()).contains("标识 once-2 或统一社会信用代码已经登记过");
    assertThat(city.parties.organisations())
        .extracting(Organisation::id)
        .contains("once-2", "once-3");
  }

  @Test
  void aNumberOfAnotherPersonIsNoAnswer() throws Exception {
    var one = new Browser(city).as("admin");
    var hidden = one.hidden(UNITS);
    one.hand(UNITS, UNITS, unit("once-4", "合成四号"), hidden);
    var other = new Browser(city).as("admin");
    var stolen = new HashMap<>(other.hidden(UNITS));
    hidden.forEach(
        (name, value) -> stolen.merge(name, value, (own, his) -> name.equals("_once") ? his : own));

    var answer = other.follow(other.hand(UNITS, UNITS, unit("once-4", "合成四号"), stolen));

    assertThat(answer.body()).contains("已经登记过");
  }

  @Test
  void afterAHundredOthersAnAnswerIsForgottenAndTheRegisterItselfRefuses() throws Exception {
    var browser = new Browser(city).as("admin");
    var hidden = browser.hidden(UNITS);
    for (int i = 0; i <= 100; i++) {
      browser.hand(UNITS, UNITS, unit("many-" + i, "合成多号" + i), hidden);
    }

    var newest = browser.follow(browser.hand(UNITS, UNITS, unit("many-100", "合成多号100"), hidden));
    var eldest = browser.follow(browser.hand(UNITS, UNITS, unit("many-0", "合成多号0"), hidden));

    assertThat(newest.body()).contains("已登记 合成多号100");
    assertThat(eldest.body()).contains("标识 many-0 或统一社会信用代码已经登记过");
  }

  @Test
  void everyFormThatChangesSomethingBringsItsNumber() throws Exception {
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      assertThat(files.filter(path -> path.toString().endsWith(".jte")).toList())
          .isNotEmpty()
          .allSatisfy(file -> {
            var template = Files.readString(file);
            assertThat(template.split("@template.site.csrf", -1))
                .hasSameSizeAs(template.split("method=\"post\"", -1));
          });
    }
  }

  private static Map<String, String> unit(String id, String name) {
    return Map.of("id", id, "kind", "企业", "name", name, "town", "");
  }

  private static List<HttpResponse<String>> atOnce(int times, Callable<HttpResponse<String>> press)
      throws Exception {
    var answers = new ArrayList<HttpResponse<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(Stream.generate(() -> press).limit(times).toList())) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
