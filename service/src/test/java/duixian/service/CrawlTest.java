package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Walks every link of every page as every role: no page fails, and none shows a whole identity
/// number, phone or account.
class CrawlTest {
  /// Whole numbers of people and accounts: 18 signs of an identity card, a mobile phone, 16 and
  /// more digits of an account. Hashes and amounts in data attributes are no such numbers.
  static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9A-Za-z.])(?:[1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{16,19})(?![0-9A-Za-z.])");

  private final City city = City.city();

  @Test
  void noRoleSeesWholePersonalNumbersOnAnyPage() throws Exception {
    var pages = 0;
    var wrong = new ArrayList<String>();
    for (var person : Crawl.people(city)) {
      pages +=
          Crawl.as(
              person,
              city,
              visit -> {
                if (visit.answer().statusCode() != 200) {
                  wrong.add(person + " opens " + visit.path() + ": " + visit.answer().statusCode());
                }
                var found = PERSONAL.matcher(visit.answer().body());
                if (visit.isPage() && found.find()) {
                  wrong.add(person + " sees on " + visit.path() + ": " + found.group());
                }
              });
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
}
