package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What the pages of the offices answer, also to two at once and to files with wrong rows.
class OfficesTest {
  private final City city = City.city();

  @Test
  void ofTwoWhoDecideOneCaseAtOnceOneReadsASentence() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var page = "/cases/" + claim.number();
    var first = new Browser(city).as("leader");
    var second = new Browser(city).as("leader2");
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          List.of(first, second).stream()
              .map(browser ->
                  threads.submit(() -> {
                    start.await();
                    return browser.submit(
                        page, page + "/decide", Map.of("amount", "1600000.00", "year", "2026"));
                  }))
              .toList();
      start.countDown();
      var pages = List.of(answers.getFirst().get().body(), answers.getLast().get().body());

      assertThat(pages).filteredOn(body -> body.contains("已审定")).hasSize(1);
      assertThat(pages).filteredOn(body -> body.contains("现在是“公示”，不能审定")).hasSize(1);
    }
    assertThat(city.accounts.of(claim.id()))
        .filteredOn(account -> account.name().startsWith("平台落地奖励.上限"))
        .extracting("reserved")
        .containsExactly(160_000_000L);
  }

  @Test
  void oneDepartmentAloneCannotEndTheJointReview() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.proceedings.act(claim.id(), "受理", city.clerk, "");
    city.proceedings.act(claim.id(), "通过", city.reviewer, "");
    var page = "/cases/" + claim.number();

    var answer = new Browser(city).as("tax").submit(page, page + "/act", Map.of("act", "通过"));

    assertThat(answer.body()).contains("由各方分别给意见");
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("联合审查");
  }

  @Test
  void lessThanTheCeilingNeedsAReason() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var page = "/cases/" + claim.number();
    var leader = new Browser(city).as("leader");

    var refused =
        leader.submit(page, page + "/decide", Map.of("amount", "1000000", "year", "2026"));
    var wrong = leader.submit(page, page + "/decide", Map.of("amount", "一百万", "year", "2026"));

    assertThat(refused.body()).contains("低于核定上限160万元的，要写理由");
    assertThat(wrong.body()).contains("应写成以元为单位的数");
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("审定");
  }

  @Test
  void aCalendarWithAWrongRowChangesNothing() throws Exception {
    var admin = new Browser(city).as("admin");

    var answer =
        admin.upload(
            "/settings/calendar",
            "/settings/calendar",
            "日期,上班,名称,依据\n2027-01-01,否,元旦,合成\n2027-13-01,否,元旦,合成\n2027-01-03,也许,元旦,合成\n");

    assertThat(answer.body())
        .contains("一行也没有写入")
        .contains("第 3 行“日期”列：“2027-13-01”应写成 2026-06-30")
        .contains("第 4 行“上班”列：应写是或否，写的是“也许”");
    assertThat(new Browser(city).as("admin").open("/settings/calendar?year=2027").body())
        .doesNotContain("元旦");
  }

  @Test
  void expertsComeInTogetherOrNotAtAll() throws Exception {
    var admin = new Browser(city).as("admin");

    var wrong =
        admin.upload(
            "/settings/experts",
            "/settings/experts",
            "账号,姓名,单位,领域\nzj1,甲,专家组,软件\nzj2,乙,没有的单位,软件\n");
    var right =
        admin.upload("/settings/experts", "/settings/experts", "账号,姓名,单位,领域\nzj1,甲,专家组,软件\n");

    assertThat(wrong.body()).contains("第 3 行“单位”列：没有单位“没有的单位”");
    assertThat(right.body()).contains("新增 1 名专家");
    assertThat(city.audit.of("专家库")).hasSize(1);
  }

  @Test
  void everyWrongLineOfABankFileIsNamedAndNoneIsRead() throws Exception {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);

    var answer =
        new Browser(city)
            .as("cashier")
            .upload(
                "/money",
                "/money/feedback",
                "指令号,金额,结果,说明,流水号\nZF%s,1600000.00,成功,,W1\nZF1,一百,成功,,W2\nZF2,1.00,好,,W3\n"
                    .formatted(claim.number()));

    assertThat(answer.body()).contains("一行也没有读入").contains("第 3 行“金额”列：“一百”", "第 4 行“结果”列：“好”");
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("拨付");
  }

  @Test
  void aTownSeesItsCasesAndNoOther() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.parties.add(City.person("clerk-b", "镇街乙", Role.TOWNSHIP), City.HASH, City.START);
    var page = "/cases/" + claim.number();

    assertThat(new Browser(city).as("clerk").open("/cases").body()).contains(claim.number());
    var other = new Browser(city).as("clerk-b");
    assertThat(other.open("/cases").body()).doesNotContain(claim.number());
    assertThat(other.open(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aSupervisorReadsTheLogAndReplaysACaseButChangesNothing() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var supervisor = new Browser(city).as("supervisor");
    var receipt = city.submissions.latest(claim.id()).orElseThrow().receipt();

    assertThat(supervisor.open("/oversight?subject=" + claim.number()).body()).contains("受理");
    assertThat(supervisor.open("/oversight/replay/" + claim.number()).body())
        .contains("全部一致")
        .contains(receipt);
    assertThat(supervisor.open("/cases/" + claim.number()).body())
        .doesNotContain("/cases/" + claim.number() + "/act");
    assertThat(supervisor.open("/settings/people").statusCode()).isEqualTo(403);
  }

  @Test
  void everyTableComesAsExcel() throws Exception {
    var people =
        Map.of(
            "leader", List.of("/inbox", "/cases", "/accounts", "/budget", "/money", "/publish"),
            "reviewer", List.of("/evaluations", "/credit", "/targets"),
            "admin",
                List.of(
                    "/settings/people",
                    "/settings/experts",
                    "/settings/calendar",
                    "/settings/procedures",
                    "/settings/readings"),
            "supervisor", List.of("/oversight"));
    for (var who : people.entrySet()) {
      var browser = new Browser(city).as(who.getKey());
      for (var path : who.getValue()) {
        assertThat(browser.open(path).statusCode()).as(path).isEqualTo(200);
        assertThat(browser.open(path + "?format=xlsx").body()).as(path).startsWith("PK");
      }
    }
  }

  @Test
  void aLimitThatAnAdministratorSetsHoldsForTheNextCase() throws Exception {
    var admin = new Browser(city).as("admin");
    admin.submit(
        "/settings/procedures",
        "/settings/procedures/limit",
        Map.of("key", "标准·受理", "days", "3", "from", city.today().toString(), "reason", "提速"));
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    var due = city.tasks.of(claim.id()).getLast().due();
    admin.submit(
        "/settings/procedures",
        "/settings/procedures/limit",
        Map.of("key", "标准·受理", "days", "5", "from", city.today().toString(), "reason", "恢复"));

    assertThat(due).isEqualTo(plus(city.today(), 3));
  }

  private LocalDate plus(LocalDate day, int days) {
    return city.context.getBean(duixian.service.calendar.Calendars.class).days().plus(day, days);
  }
}
