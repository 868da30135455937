package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Reading;
import duixian.service.law.Laws;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.party.Organisation;
import duixian.service.party.Role;
import duixian.service.payment.BankFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    "admin, /settings/procedures, /settings/procedures?format=xlsx, /settings/procedures/import,"
        + " 设定 0 项",
    "admin, /settings/readings, /settings/readings?format=xlsx, /settings/readings/import, 设定 0 项",
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
    "admin, /settings/experts, /settings/experts, '账号,姓名,单位,领域|expert6,expert6,专家组,水产', 第 2 行“领域”列",
    "admin, /settings/experts, /settings/experts, '账号,姓名,单位,领域,回避|expert6,expert6,专家组,智能制造,没有：任职',"
        + " 第 2 行“回避”列：没有单位“没有”",
    "admin, /settings/experts, /settings/experts, '账号,姓名,单位,领域,回避|expert6,expert6,专家组,智能制造,科室',"
        + " 第 2 行“回避”列：对 科室 要写理由",
    "admin, /settings/calendar, /settings/calendar, '日期,上班,名称,依据|2026-13-01,是,节,文', 第 2 行“日期”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,受理,六,2099-01-01,文', 第 2 行“数值”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,受理,400,2099-01-01,文', 应在 1 到 365",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,复审,4,2099-01-01,文', 第 2 行“环节”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,审定,4,2099-01-01,文', 第 2 行“数值”列：“审定”不计时",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,受理,364,2001-01-01,文', 第 2 行“生效日期”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,受理,364,,文', 第 2 行“生效日期”列：数值改了",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|办理时限,标准程序,受理,364,2099-02-30,文', 第 2 行“生效日期”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|追回利率,,,3.456,2099-01-01,文', 第 2 行“数值”列",
    "admin, /settings/procedures, /settings/procedures/import,"
        + " '类别,程序,环节,数值,生效日期,依据|追回利率,,,3.4,2099-01-01,', 第 2 行“依据”列",
    "admin, /settings/procedures, /settings/procedures/import, '类别,程序,环节,数值,生效日期,依据"
        + "|追回利率,,,3.4,2099-01-01,文|追回利率,,,3.5,2099-01-01,文', 第 3 行“生效日期”列：同一项、同一天",
    "admin, /settings/readings, /settings/readings/import,"
        + " '解释点,取法,生效日期,理由|没有的,是,2099-01-01,文', 第 2 行“解释点”列",
    "admin, /settings/readings, /settings/readings/import,"
        + " '解释点,取法,生效日期,理由|转型企业口径,也许,2099-01-01,文', 第 2 行“取法”列",
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
  void goalsOfManyCasesAreSetByFileAndNoneIsChanged() throws Exception {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    city.payments.read(
        BankFile.answers("指令号,金额,结果,说明,流水号\nZF" + claim.number() + ",1600000.00,成功,,G\n"),
        city.cashier);
    var browser = new Browser(city).as("reviewer");
    var head = "申报号,目标,不低于,计量单位\n";
    var row = claim.number() + ",新增接入企业,20,家\n";

    assertThat(goals(browser, browser.bytes("/evaluations/goals"))).contains("设定目标 0 项");
    assertThat(goals(browser, head + row + claim.number() + ",=1+1,5.5,台\n")).contains("设定目标 2 项");
    assertThat(goals(browser, browser.bytes("/evaluations/goals"))).contains("设定目标 0 项");
    assertThat(goals(browser, head + row.replace(",20,", ",30,")))
        .contains("第 2 行“不低于”列：已经设定为 20 家", "一行也没有写入");
    assertThat(goals(browser, head + row.replace(",20,", ",1e9999,"))).contains("第 2 行“不低于”列");
    assertThat(goals(browser, head + row + row)).contains("第 3 行“目标”列");
    assertThat(goals(browser, head + "0000,甲,1,家\n")).contains("第 2 行“申报号”列");
  }

  private static String goals(Browser browser, String table) throws Exception {
    return goals(browser, table.getBytes(StandardCharsets.UTF_8));
  }

  private static String goals(Browser browser, byte[] file) throws Exception {
    return browser.upload("/evaluations", "/evaluations/goals", Map.of(), file).body();
  }

  @Test
  void conflictsOfExpertsAreDeclaredByFileAndNoneIsTakenBack() throws Exception {
    var browser = new Browser(city).as("admin");
    var rows = "账号,姓名,单位,领域,回避\nexpert5,expert5,专家组,智能制造,税务局：曾任职、应急局：顾问、评委\n";

    var answer = browser.upload("/settings/experts", "/settings/experts", rows);

    assertThat(answer.body()).contains("新增 0 名专家，登记 2 项回避").contains("税务局：曾任职", "应急局：顾问、评委");
    assertThat(browser.upload("/settings/experts", "/settings/experts", rows).body())
        .contains("登记 0 项回避");
    assertThat(
            browser
                .upload(
                    "/settings/experts",
                    "/settings/experts",
                    "账号,姓名,单位,领域\nexpert5,expert5,专家组,智能制造\n")
                .body())
        .contains("登记 0 项回避", "税务局：曾任职");
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
  void aLimitHoldsFromItsDayAndWhatWasSetBeforeStays() throws Exception {
    var parameters = city.context.getBean(Parameters.class);
    var day = city.today().plusDays(3);
    var before = city.audit.size();
    var rows =
        """
        类别,程序,环节,数值,生效日期,依据
        办理时限,评审程序（专家评审与专项审计）,专项审计,18,%s,合成文号甲
        办理时限,评审程序（专家评审与专项审计）,专项审计,17,%s,合成文号乙
        办理时限,评审程序（专家评审与专项审计）,专家评审,15,,
        """
            .formatted(day, day.plusDays(1));
    var browser = new Browser(city).as("admin");

    var answer = browser.upload("/settings/procedures", "/settings/procedures/import", rows);

    assertThat(answer.body()).contains("设定 2 项，1 行没有变化");
    assertThat(city.audit.size()).isEqualTo(before + 2);
    assertThat(parameters.value(Kind.LIMIT, "评审·专项审计", day.minusDays(1))).isEmpty();
    assertThat(parameters.value(Kind.LIMIT, "评审·专项审计", day)).contains(18L);
    assertThat(parameters.value(Kind.LIMIT, "评审·专项审计", day.plusDays(1))).contains(17L);
    assertThat(browser.upload("/settings/procedures", "/settings/procedures/import", rows).body())
        .contains("设定 0 项，3 行没有变化");
    assertThat(city.audit.size()).isEqualTo(before + 2);
  }

  @Test
  void aReadingIsChosenFromItsDayByFile() throws Exception {
    var laws = city.context.getBean(Laws.class);
    var reading = laws.inForce().readings().stream().filter(Reading::isSwitch).findFirst().get();
    var other = reading.choices().get(reading.taken() == 0 ? 1 : 0);
    var before = city.audit.size();

    var answer =
        new Browser(city)
            .as("admin")
            .upload(
                "/settings/readings",
                "/settings/readings/import",
                "解释点,取法,生效日期,理由\n" + reading.name() + "," + other + ",2199-01-01,合成文号\n");

    assertThat(answer.body()).contains("设定 1 项，0 行没有变化");
    assertThat(city.audit.size()).isEqualTo(before + 1);
    assertThat(laws.choices(laws.inForce().name()))
        .anyMatch(one -> one.choice().equals(other) && one.validFrom().getYear() == 2199);
    assertThat(laws.run(city.today()).choice(reading)).isEqualTo(reading.taken());
  }

  @Test
  void aLineOfTheBankIsNamedWithItsColumn() throws Exception {
    var answer =
        new Browser(city)
            .as("finance")
            .upload(
                "/money", "/money/feedback", "指令号,金额,结果,说明,流水号\nZF1,1.00,也许,,L\nZF2,一元,成功,,L\n");

    assertThat(answer.body()).contains("第 2 行“结果”列：“也许”应是", "第 3 行“金额”列：“一元”应写成");
  }

  @ParameterizedTest
  @Timeout(20)
  @CsvSource({
    "/settings/people, /settings/people/import, '账号,姓名,单位标识,角色', 'a%d,甲,没有,监督'",
    "/settings/experts, /settings/experts, '账号,姓名,单位,领域', 'a%d,甲,没有,机械'",
    "/settings/units, /settings/units/import, '标识,类别,名称,统一社会信用代码,受理镇街', 'M%d,企业,,,'",
    "/settings/procedures, /settings/procedures/import, '类别,程序,环节,数值,生效日期,依据',"
        + " '办理时限,=1+1,%d,5,2099-01-01,文'",
    "/settings/readings, /settings/readings/import, '解释点,取法,生效日期,理由', '=A%d,是,2099-01-01,文'"
  })
  void asManyWrongRowsAsAFileHoldsAreRefusedInTime(
      String page, String action, String head, String row) throws Exception {
    var table = new StringBuilder(head);
    for (int i = 1; i < 100_000; i++) {
      table.append('\n').append(row.formatted(i));
    }

    var answer = new Browser(city).as("admin").upload(page, action, table.toString());

    assertThat(answer.body()).contains("一行也没有写入", "第 51 行", "……还有 99949 处");
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
