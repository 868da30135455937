package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Organisation;
import duixian.service.party.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables that an office fills in: what was taken away comes back without changing anything, and a
/// wrong cell is named with sheet, row and column.
class ImportTest {
  private final City city = City.city();

  @ParameterizedTest
  @CsvSource({
    "admin, /settings/people, /settings/people?format=xlsx, /settings/people/import, '新增 0 人，授予 0"
        + " 项角色，收回 0 项角色'",
    "admin, /settings/units, /settings/units?format=xlsx, /settings/units/import, 登记 0 家新单位",
    "admin, /settings/experts, /settings/experts?format=xlsx, /settings/experts, 新增 0 名专家",
    "admin, /settings/calendar, /settings/calendar?format=xlsx, /settings/calendar, 改了 0 天",
    "finance, /budget, /budget?format=xlsx, /budget/import, 改了 0 项",
    "reviewer, /credit, /credit?format=xlsx, /credit, 新记录 0 条",
    "reviewer, /facts/%E5%B9%B3%E5%8F%B0, /facts/%E5%B9%B3%E5%8F%B0/records,"
        + " /facts/%E5%B9%B3%E5%8F%B0, 写入事实 0 项"
  })
  void whatWasTakenAwayComesBackWithoutChangingAnything(
      String person, String page, String file, String action, String sentence) throws Exception {
    city.landed();
    var browser = new Browser(city).as(person);
    if (action.equals("/credit")) {
      var unit = city.landed().id();
      browser.upload(page, action, "单位标识,是否失信,事由,来源,日期\n" + unit + ",否,=无,合成平台,2021-02-03\n");
      browser.upload(page, action, "单位标识,是否失信,事由,来源,日期\n" + unit + ",是,'=有,合成平台,2021-02-04\n");
    }
    var before = city.audit.size();

    var answer =
        browser.upload(page, action, Map.of("source", "认定", "document", "原表"), browser.bytes(file));

    assertThat(answer.body()).contains(sentence);
    assertThat(city.audit.size()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "admin, /settings/people, /settings/people/import, '账号,姓名,单位标识,角色|new1,合成,科室,校长', 第 2 行“角色”列",
    "admin, /settings/units, /settings/units/import, '标识,类别,名称,统一社会信用代码,受理镇街|N1,学校,合成学校,,', 第 2"
        + " 行“类别”列",
    "admin, /settings/experts, /settings/experts, '账号,姓名,单位,领域|expert99,合成,没有,机械', 第 2 行“单位”列",
    "admin, /settings/calendar, /settings/calendar, '日期,上班,名称,依据|2026-13-01,是,节,文', 第 2 行“日期”列",
    "finance, /budget, /budget/import, '类别,名称,预算（元）|年度预算,2027年度,很多', 第 2 行“预算（元）”列",
    "reviewer, /credit, /credit, '单位标识,是否失信,事由,来源,日期|没有,是,a,b,2021-02-03', 第 2 行“单位标识”列",
    "reviewer, /facts/%E5%B9%B3%E5%8F%B0, /facts/%E5%B9%B3%E5%8F%B0, '标识,类别|PX1,不存在的类别', 第2行"
  })
  void aWrongCellIsNamedAndNothingIsWritten(
      String person, String page, String action, String table, String sentence) throws Exception {
    var before = city.audit.size();

    var answer =
        new Browser(city)
            .as(person)
            .upload(
                page,
                action,
                Map.of("source", "认定", "document", "文号"),
                table.replace('|', '\n').getBytes(StandardCharsets.UTF_8));

    assertThat(answer.body()).contains(sentence).contains("一行也没有写入");
    assertThat(city.audit.size()).isEqualTo(before);
  }

  @Test
  void aPersonHasTheRolesOfTheRowAndNoOthers() throws Exception {
    city.parties.add(City.person("zhang", "科室", Role.REVIEWER), City.HASH, City.START);

    var answer =
        new Browser(city)
            .as("admin")
            .upload(
                "/settings/people",
                "/settings/people/import",
                "账号,姓名,单位标识,角色\nzhang,zhang,科室,资金科室、监督\nli,合成李,科室,业务科室\n");

    assertThat(answer.body()).contains("新增 1 人，授予 2 项角色，收回 1 项角色");
    assertThat(city.parties.person("li").orElseThrow().roles()).containsExactly(Role.REVIEWER);
  }

  @Test
  void newUnitsAreRegisteredByFile() throws Exception {
    new Browser(city)
        .as("admin")
        .upload(
            "/settings/units",
            "/settings/units/import",
            "标识,类别,名称,统一社会信用代码,受理镇街\nU77,平台单位,合成七七,,镇街甲\n");

    assertThat(city.parties.organisation("U77"))
        .contains(new Organisation("U77", "平台单位", "合成七七", null, "镇街甲"));
  }

  @Test
  void recordsThatAnOfficeRecognisedPay() throws Exception {
    var unit = city.platform(Map.of());

    var answer =
        new Browser(city)
            .as("reviewer")
            .upload(
                "/facts/%E5%B9%B3%E5%8F%B0",
                "/facts/%E5%B9%B3%E5%8F%B0",
                Map.of("source", "认定", "document", "合成认字〔2023〕1号"),
                ("标识,类别,落地日期,实缴注册资金,办公场所已选定,人员已到位\n" + unit.id() + ",标杆平台,2023-05-06,800万元,是,是\n")
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(answer.body()).contains("写入事实 5 项");
    assertThat(city.matching.of(unit.id()))
        .anyMatch(
            match -> match.decision().award().name().equals("平台落地奖励") && match.takes() != null);
  }
}
