package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.fact.EvidenceFiles;
import duixian.service.notice.Objections;
import duixian.service.party.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One box: everybody finds what they may see, and nothing else.
class SearchTest {
  private static final Pattern HIT = Pattern.compile("<li><a href=\"(/[^\"#]*)[^\"]*\">");

  private final City city = City.city();

  @Test
  void everybodyFindsTheWordsOfTheLaw() throws Exception {
    var page = new Browser(city).open("/search?q=" + Browser.encoded("实缴注册资金")).body();

    assertThat(page).contains("<mark>实缴注册资金</mark>").contains("原文 · 二（一）").contains("奖补 · 二（一）");
  }

  @Test
  void aNoticeIsFoundByWhatItShowsToThePublic() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    assertThat(found("", claim.number())).isEmpty();
    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");
    var notice = city.notices.publish("可以查到的名单", List.of(claim.id()), city.reviewer);

    assertThat(found("", claim.number())).containsExactly("/notices/" + notice.id());
    assertThat(found("", "可以查到的名单")).containsExactly("/notices/" + notice.id());
  }

  @Test
  void aCaseIsFoundByWhoMaySeeItAndByNobodyElse() throws Exception {
    var unit = city.landed();
    var stranger = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.parties.add(City.person("clerk-c", "镇街乙", Role.TOWNSHIP), City.HASH, City.START);
    var there = "/cases/" + claim.number();

    for (var person : List.of("clerk", "reviewer", "leader", "finance", "supervisor")) {
      assertThat(found(person, claim.number())).as(person).containsExactly(there);
    }
    assertThat(found(unit.applicant().id(), claim.number()))
        .containsExactly("/my-claims/" + claim.id());
    for (var person :
        List.of("", stranger.applicant().id(), "clerk-c", "tax", "expert1", "auditor", "admin")) {
      assertThat(found(person, claim.number())).as(person).isEmpty();
    }
  }

  @Test
  void unitsAreFoundByThoseWhoWorkOnThem() throws Exception {
    var unit = city.landed();
    var name = "合成平台" + unit.id();
    city.parties.add(City.person("clerk-d", "镇街乙", Role.TOWNSHIP), City.HASH, City.START);

    for (var person : List.of("clerk", "reviewer", "leader", "finance", "supervisor", "admin")) {
      assertThat(found(person, name)).as(person).isNotEmpty();
    }
    assertThat(found(unit.applicant().id(), name)).contains("/my-data");
    for (var person : List.of("", "clerk-d", "tax", "expert1", "auditor")) {
      assertThat(found(person, name)).as(person).isEmpty();
    }
  }

  @Test
  void aFileIsFoundByItsHash() throws Exception {
    var unit = city.landed();
    var stranger = city.landed();
    var claim = city.landing(unit);
    var hash = attach(claim, unit, "查得到.pdf");
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    assertThat(found("reviewer", hash)).containsExactly("/cases/" + claim.number());
    assertThat(found("reviewer", hash.substring(0, 10).toUpperCase(java.util.Locale.ROOT)))
        .containsExactly("/cases/" + claim.number());
    assertThat(found(unit.applicant().id(), hash)).containsExactly("/my-claims/" + claim.id());
    assertThat(found(stranger.applicant().id(), hash)).isEmpty();
    assertThat(found("", hash)).isEmpty();
  }

  @Test
  void whatIsMaskedCannotBeGuessedAt() throws Exception {
    city.noticedWithObjection(new Objections.Objector("张三异议", "13912340001"));

    for (var person : List.of("", "reviewer", "supervisor", "finance", "admin")) {
      for (var text : List.of("13912340001", "张三异议", "6222000000001234", "0000001234")) {
        assertThat(found(person, text)).as(person + " looks for " + text).isEmpty();
      }
    }
  }

  @Test
  void everyHitCanBeOpened() throws Exception {
    var unit = city.landed();
    city.proceedings.submit(city.landing(unit).id(), unit.account(), unit.applicant());
    for (var person : List.of("", unit.applicant().id(), "clerk", "reviewer", "admin")) {
      var browser = browser(person);
      for (var text : List.of("平台", "2026-", "合成平台" + unit.id())) {
        for (var path : hits(browser.open("/search?q=" + Browser.encoded(text)).body())) {
          assertThat(browser.open(path).statusCode()).as(person + " opens " + path).isEqualTo(200);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; DROP TABLE claim; --",
        "%%%%%%%%",
        "________",
        "\\\\x' OR 1=1",
        "${7*7}#{7*7}",
        "😀😀😀",
        "\u202eevil",
        "(((((((",
        "../../etc/passwd"
      })
  void hostileWordsAreOnlyWords(String text) throws Exception {
    for (var person : List.of("", "reviewer", "admin")) {
      var answer = browser(person).open("/search?q=" + Browser.encoded(text));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("没有找到").doesNotContain("<script>alert");
      assertThat(hits(answer.body())).isEmpty();
    }
  }

  @Test
  void tooShortTooLongAndUnspeakableAreAnswered() throws Exception {
    var browser = new Browser(city).as("reviewer");

    assertThat(browser.open("/search").body()).contains("请写两个字以上");
    assertThat(browser.open("/search?q=" + "x".repeat(101)).body()).contains("最多 100 个字");
    for (var path : List.of("/search?q=a%00b", "/cases?q=a%00b")) {
      assertThat(browser.open(path).statusCode()).as(path).isEqualTo(400);
    }
  }

  private String attach(Claim claim, City.Unit unit, String name) {
    var by = unit.applicant().id();
    var content = ("%PDF-1.7 " + name + claim.number()).getBytes(StandardCharsets.UTF_8);
    var hash = city.context.getBean(EvidenceFiles.class).keep(name, content, by);
    city.context.getBean(ClaimFiles.class).add(claim, "其他材料", name, hash, by);
    return hash;
  }

  private List<String> found(String person, String text) throws Exception {
    return hits(browser(person).open("/search?q=" + Browser.encoded(text)).body());
  }

  private Browser browser(String person) throws Exception {
    return person.isEmpty() ? new Browser(city) : new Browser(city).as(person);
  }

  private static List<String> hits(String page) {
    var list = page.substring(page.indexOf("<main"));
    return HIT.matcher(list).results().map(hit -> hit.group(1)).distinct().toList();
  }
}
