package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Fifty-one workshops: one more than a page holds.
class PagedTest {
  private static final int MANY = 51;

  private final City city = City.city();
  private final City.Unit unit = city.platform(Map.of("类别", "标杆平台"));
  private final Browser applicant = new Browser(city);

  @Test
  void theNextPageOfMyMeasuresHoldsTheRest() throws Exception {
    for (int i = 1; i <= MANY; i++) {
      city.state(
          "企业项目",
          unit.id() + "-W" + i,
          unit.id(),
          null,
          Map.of(
              "类型", "数字化车间",
              "应用企业", "企业" + unit.id() + i,
              "项目验收", "true",
              "已认定", "true",
              "验收日期", "20%d-05-06".formatted(21 + i % 3)));
    }

    assertThat(next("/mine", "/mine\\?state=[^\"]+")).contains("2 / 2", "数字化车间奖励");
  }

  @Test
  void theNextPageOfMyClaimsHoldsTheRest() throws Exception {
    for (int i = 1; i <= MANY; i++) {
      city.workshop(unit, i);
    }

    assertThat(next("/my-claims", "/my-claims\\?turn=[^\"]+")).contains("2 / 2", "数字化车间奖励");
  }

  @Test
  void aPartThatIsNoneIsSaidToBeNone() throws Exception {
    applicant.as(unit.applicant().id());

    assertThat(applicant.open("/mine?state=nothing").statusCode()).isEqualTo(400);
  }

  private String next(String page, String link) throws Exception {
    var body = applicant.as(unit.applicant().id()).open(page).body();
    var found = Pattern.compile(link).matcher(body);
    assertThat(found.find()).isTrue();
    var answer = applicant.open(found.group().replace("&amp;", "&"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
