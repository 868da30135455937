package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.notice.Objections;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Walks every link of every page as every role: no page fails, and none shows a whole identity
/// number, phone or account.
class CrawlTest {
  private static final int MOST_OF_A_KIND = 3;
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)\"");

  /// Whole numbers of people and accounts: 18 signs of an identity card, a mobile phone, 16 and
  /// more digits of an account. Hashes and amounts in data attributes are no such numbers.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9A-Za-z.])(?:[1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{16,19})(?![0-9A-Za-z.])");

  private final City city = City.city();

  @Test
  void noRoleSeesWholePersonalNumbersOnAnyPage() throws Exception {
    var unit = city.noticedWithObjection(new Objections.Objector("合成异议人", "13912345678"));
    var people = new ArrayList<String>();
    people.add("");
    people.add(unit.applicant().id());
    people.addAll(
        List.of(
            "clerk",
            "reviewer",
            "leader",
            "finance",
            "tax",
            "expert1",
            "auditor",
            "supervisor",
            "admin"));
    var pages = 0;
    var wrong = new ArrayList<String>();
    for (var person : people) {
      pages += crawl(person, wrong);
    }

    assertThat(wrong).isEmpty();
    assertThat(pages).isGreaterThan(100);
  }

  @Test
  void thePatternFindsWhatItShould() {
    assertThat(PERSONAL.matcher("<td>13912345678</td>").find()).isTrue();
    assertThat(PERSONAL.matcher("<td>44200019900101123X</td>").find()).isTrue();
    assertThat(PERSONAL.matcher("<td>6222000000001234</td>").find()).isTrue();
    assertThat(PERSONAL.matcher("**** **** 1234 2026-000123 1,234,567.89").find()).isFalse();
  }

  private int crawl(String person, List<String> wrong) throws Exception {
    var browser = person.isEmpty() ? new Browser(city) : new Browser(city).as(person);
    var seen = new LinkedHashSet<String>();
    var kinds = new HashMap<String, Integer>();
    var next = new ArrayDeque<>(List.of("/", "/start"));
    while (!next.isEmpty()) {
      var path = next.removeFirst();
      if (!seen.add(path) || !isNew(path, kinds)) {
        continue;
      }
      var answer = browser.open(path);
      if (answer.statusCode() != 200) {
        wrong.add(person + " opens " + path + ": " + answer.statusCode());
      }
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        var found = PERSONAL.matcher(answer.body());
        if (found.find()) {
          wrong.add(person + " sees on " + path + ": " + found.group());
        }
        var links = LINK.matcher(answer.body());
        while (links.find()) {
          next.addLast(links.group(1).replace("&amp;", "&").replace(" ", "%20"));
        }
      }
    }
    return seen.size();
  }

  /// A few of each kind of page are enough: `/cases/17` and `/cases/18` are of one kind.
  private static boolean isNew(String path, Map<String, Integer> kinds) {
    if (path.startsWith("/assets/") || path.contains("lang=")) {
      return false;
    }
    var kind = path.replaceAll("[0-9]+", "1").replaceAll("=[^&]*", "=").replaceAll("/P1.*", "/P");
    return kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND;
  }
}
