package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.eval.Targets;
import duixian.policy.model.Field;
import duixian.policy.trace.Progress;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.database.Found;
import duixian.service.law.Laws;
import duixian.service.target.Board;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What pages show without adding it up each time is what adding up gives.
class SumsTest {
  private final City city = City.city();
  private final JdbcClient jdbc = city.context.getBean(JdbcClient.class);

  @Test
  void theMoneyOfEachYearFollowsEveryDecision() {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var before = city.claims.grantedByYear();
    assertThat(before).isEqualTo(addedByYear());

    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");

    assertThat(city.claims.grantedByYear()).isEqualTo(addedByYear()).isNotEqualTo(before);
  }

  @Test
  void theMoneyOfEachYearFollowsItsPayment() {
    var claim = city.issued(city.landed());
    city.payments.send(city.plans.all().getFirst().id(), city.cashier);
    var before = city.claims.grantedByYear();
    city.proceedings.paid(claim.id(), "合成流水");

    assertThat(city.claims.grantedByYear()).isEqualTo(addedByYear()).isNotEqualTo(before);
  }

  @Test
  void theCasesAtEachStepFollowEveryAct() {
    var unit = city.landed();
    var before = city.claims.bySteps();
    var claim = city.ready(unit, city.landing(unit));

    assertThat(city.claims.bySteps())
        .isNotEqualTo(before)
        .containsExactlyInAnyOrderElementsOf(addedBySteps());
    assertThat(city.claims.sum(claim.step()).count())
        .isEqualTo(city.claims.at(claim.step()).size());
    assertThat(city.claims.sum("没有这一步").money().fen()).isZero();
  }

  @Test
  void aListOfNoticesAddsUpTheLinesOfEach() {
    city.noticed(city.landed());
    var notices = city.notices.newest(2);
    var sums = city.notices.sums(notices.stream().map(one -> one.id()).toList());

    for (var notice : notices) {
      var lines = city.notices.lines(notice.id());
      var sum = Objects.requireNonNull(sums.get(notice.id()));
      assertThat(sum.lines()).isEqualTo(lines.size());
      assertThat(sum.granted()).isEqualTo(lines.stream().mapToLong(line -> line.granted()).sum());
    }
  }

  @Test
  void theInboxFindsACaseByTheNameOfItsUnitAndCountsIt() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    var browser = new Browser(city).as("leader");

    assertThat(browser.open("/inbox?q=合成平台" + unit.id() + "&step=审定").body())
        .contains(claim.number());
    assertThat(browser.open("/inbox?q=合成平台" + unit.id() + "&step=形式审查").body())
        .doesNotContain(claim.number());
    assertThat(city.tasks.inbox(city.leader))
        .extracting("claim", Long.class)
        .doesNotHaveDuplicates()
        .contains(claim.id());
  }

  @Test
  void targetsMeasuredOnWhatTheyCountAreThoseMeasuredOnEverything() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台", "是节点平台", "true", "落地日期", "2023-05-06"));
    city.state(
        "企业项目",
        "X" + unit.id(),
        unit.id(),
        null,
        Map.of(
            "类型", "数字化车间",
            "应用企业", "E" + unit.id(),
            "项目验收", "true",
            "验收日期", "2023-05-06",
            "已认定", "true",
            "实际合同金额", "2000000"));
    city.state(
        "CIO培训", "C" + unit.id(), unit.id(), null, Map.of("培训人数", "41", "培训日期", "2023-05-06"));
    city.clock.forward(Duration.ofMinutes(2));
    var board = city.context.getBean(Board.class);
    var expected = shown(onEverything());

    for (int i = 0; i < 600 && !shown(board.explained()).equals(expected); i++) {
      Thread.sleep(50);
    }
    assertThat(shown(board.explained())).isEqualTo(expected);
  }

  private static List<String> shown(List<Progress> targets) {
    return targets.stream()
        .map(one -> one.measured() + one.floor() + one.share() + one.state() + one.explanation())
        .toList();
  }

  private List<Progress> onEverything() {
    var run = city.context.getBean(Laws.class).run(city.today());
    Map<String, Set<String>> all =
        run.policy().entities().stream()
            .collect(
                Collectors.toMap(
                    entity -> entity.name(),
                    entity ->
                        entity.fields().stream().map(Field::name).collect(Collectors.toSet())));
    return Targets.measure(run, city.facts.city(run.policy(), all, city.facts.now()));
  }

  private List<Claims.Year> addedByYear() {
    return Found.all(
        jdbc.sql(
                """
                SELECT extract(year FROM decided_at AT TIME ZONE 'Asia/Shanghai')::int AS year,
                  count(*) AS count, sum(granted)::bigint AS granted,
                  coalesce(sum(granted) FILTER (WHERE paid_at IS NOT NULL), 0)::bigint AS paid
                FROM claim WHERE granted IS NOT NULL AND step <> '已追回' GROUP BY 1 ORDER BY 1
                """)
            .query(Claims.Year.class));
  }

  private List<Claims.AtStep> addedBySteps() {
    return city.claims.page(Integer.MAX_VALUE, Long.MAX_VALUE).stream()
        .collect(Collectors.groupingBy(Claim::step))
        .entrySet()
        .stream()
        .map(entry ->
            new Claims.AtStep(
                entry.getKey(),
                entry.getValue().size(),
                entry.getValue().stream().allMatch(one -> one.granted() == null)
                    ? null
                    : entry.getValue().stream()
                        .filter(one -> one.granted() != null)
                        .mapToLong(one -> one.grant().fen())
                        .sum()))
        .toList();
  }
}
