package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.change;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.constant;
import static duixian.policy.eval.Words.count;
import static duixian.policy.eval.Words.countOf;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.first;
import static duixian.policy.eval.Words.literal;
import static duixian.policy.eval.Words.orElse;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.per;
import static duixian.policy.eval.Words.percent;
import static duixian.policy.eval.Words.span;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.trace.Decision;
import duixian.policy.value.Rational;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final Expr CAPITAL = fact(Town.PLATFORM, Town.CAPITAL);
  private static final Expr STAFFED = fact(Town.PLATFORM, Town.STAFFED);
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);

  @Test
  void aFigureIsFollowedToLawAndFacts() {
    var law =
        Law.of(
            award("落地", Town.PLATFORM, times(CAPITAL, percent(20)))
                .when(STAFFED)
                .limit(yuan(1_000_000), own(Town.PLATFORM)));

    assertThat(explained(law, new Town().platform("P1"), "P1"))
        .isEqualTo(
            """
            落地：平台 P1 ＝ 可兑现 最高100万元 〔二（一）〕
              年度 ＝ 2025年（按2025年12月31日的条文）
              条件 ＝\s
                人员已到位 ＝ 是 〔平台 P1，人员已到位，事实.json 平台 第1条〕
              额度 ＝ 160万元
                实缴注册资金 × 20% ＝ 160万元
                  实缴注册资金 ＝ 800万元 〔平台 P1，实缴注册资金，事实.json 平台 第1条〕
                  20% ＝ 20% 〔二（一）.奖.20%：不超过20%〕
              上限 100万元 ＝ 100万元 〔已用0元，削减60万元〕
                100万元 ＝ 100万元 〔二（一）.奖.100万元：不超过100万元〕
                次序在前的已用 ＝ 0元
              核定上限 ＝ 100万元
            """);
  }

  @Test
  void theRevisionInForceIsNamed() {
    var revised =
        constant(literal(Rational.of(20_000), Type.MONEY, "2万元", change("2023-07-01", 30_000)));
    var law = Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON).limit(revised));
    var town = new Town().platform("P1").project("X1", "P1", "2023-07-01", "90000");

    assertThat(explained(law, town, "X1"))
        .contains("2万元 ＝ 3万元 〔二（一）.奖.2万元：不超过2万元（自2023年7月1日起按「提高上限」改为3万元）〕");
  }

  @Test
  void aCapNamesTheRowsThatUsedItBefore() {
    var law =
        Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON))
            .cap("年度总额", scope(0, yuan(100), parent(Town.PLATFORM), YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X2", "P1", "2022-03-01", "60")
            .project("X1", "P1", "2022-01-01", "70");

    assertThat(explained(law, town, "X2"))
        .contains(
            """
              年度总额 ＝ 30元 〔已用70元，削减30元〕
                100元 ＝ 100元 〔二（一）.奖.100元：不超过100元〕
                次序在前的已用 ＝ 70元
                  项目 项目 X1（2022年） ＝ 70元 〔二（一）〕
              核定上限 ＝ 30元
            """);
  }

  @Test
  void missingFactsAreListedWithWhatTheyMayChange() {
    var law = Law.of(award("落地", Town.PLATFORM, times(CAPITAL, percent(20))).limit(yuan(50)));

    assertThat(explained(law, new Town().with("平台", "P1"), "P1"))
        .contains("落地：平台 P1 ＝ 缺事实 0元至50元")
        .contains("实缴注册资金 ＝ 缺 〔未填报〕")
        .contains(
            """
              缺少的事实 ＝ 1项
                平台 P1 的 实缴注册资金 ＝ 缺 〔未填报〕
              补齐后可能兑现 ＝ 0元至50元
            """);
  }

  @Test
  void aZeroDivisorIsShownWhereItStands() {
    var ratio = per(fact(Town.NODE, Town.VOLUME), fact(Town.NODE, Town.DIVISOR), Type.COUNT);
    var law = Law.of(award("节点", Town.NODE, times(yuan(1), ratio)));
    var town = new Town().platform("P1").node("N1", "P1", 2022, "5", "除数", "0");

    assertThat(explained(law, town, "N1")).contains("注册量 ÷ 除数 ＝ 缺 〔为零，不能作除数〕");
  }

  @Test
  void aFallbackShowsWhatWasMissingAndWhatSteppedIn() {
    var law =
        Law.of(
            award("项目", Town.PROJECT, orElse(fact(Town.PROJECT, Town.COST), CONTRACT))
                .on(ACCEPTED_ON));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "70");

    assertThat(explained(law, town, "X1"))
        .contains(
            """
                项目投资总额 如没有则 合同金额 ＝ 70元
                  项目投资总额 ＝ 缺 〔未填报〕
                  合同金额 ＝ 70元 〔项目 X1，合同金额，事实.json 项目 第1条〕
            """);
  }

  @Test
  void theReadingsOfTheRunAreNamed() {
    var reading =
        new Reading(
            "起点",
            "四",
            "以多少为起点",
            List.of("100", "50"),
            List.of(Rational.of(100), Rational.of(50)),
            0,
            "",
            "",
            Type.COUNT,
            span("起点"));
    var law =
        Law.of(award("起点奖", Town.PLATFORM, times(new Expr.Chosen(reading, span("起点")), yuan(1))))
            .reading(reading);
    var facts = law.facts(new Town().platform("P1"));
    var decision = Explainer.of(law.run().choosing("起点", "50"), facts).explain("P1").getFirst();

    assertThat(Law.text(decision)).isEqualTo("起点奖 P1 2025 可兑现 50.00");
    assertThat(outline(decision)).contains("起点 ＝ 50 〔起点：50〕");
  }

  @Test
  void aLongListOfRecordsIsSummedUp() {
    var active = fact(Town.CONNECTED, Town.ACTIVE);
    var law =
        Law.of(
            award("活跃", Town.PLATFORM, times(countOf(Town.CONNECTED, active), yuan(1)))
                .everyYear());
    var town = new Town().platform("P1");
    for (int i = 0; i < 25; i++) {
      town.firm("E" + i, "P1", 2022, "企业" + i, i < 24 ? "是" : "否");
    }

    assertThat(explained(law, town, "P1"))
        .contains("其余14条记录 ＝ 14")
        .contains("不计入的记录 ＝ 1条")
        .contains("接入企业 E9（2022年） ＝ 1")
        .doesNotContain("E10");
  }

  @Test
  void theEarlierYearThatWasFirstIsShown() {
    var busy = compare(fact(Town.NODE, Town.VOLUME), Relation.MORE, count(100));
    var law = Law.of(award("突破", Town.NODE, yuan(200)).when(first(busy)));
    var town =
        new Town().platform("P1").node("N1", "P1", 2021, "101").node("N2", "P1", 2022, "101");

    assertThat(explained(law, town, "N2")).contains("此前：节点情况 N1（2021年） ＝ 已经达到");
  }

  @Test
  void everythingBelowAPlatformIsExplained() {
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON),
            award("落地", Town.PLATFORM, CAPITAL));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "70").platform("P2");
    var explainer = Explainer.of(law.run(), law.facts(town));

    assertThat(explainer.explainAllOf("P1"))
        .extracting(Decision::object)
        .containsExactly("X1", "P1");
    assertThat(explainer.explain("P3")).isEmpty();
  }

  @Test
  void explainingDecidesWhatAssessingDecides() {
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT)
                .on(ACCEPTED_ON)
                .limit(yuan(100), parent(Town.PLATFORM)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "70")
            .project("X2", "P1", "2022-01-01", "70");
    var explainer = Explainer.of(law.run(), law.facts(town));

    assertThat(explainer.explainAllOf("P1"))
        .extracting(Decision::outcome)
        .isEqualTo(law.decide(town).stream().map(Decision::outcome).toList());
  }

  private static String explained(Law law, Town town, String object) {
    return outline(Explainer.of(law.run(), law.facts(town)).explain(object).getFirst());
  }

  private static String outline(Decision decision) {
    return Outline.of(Objects.requireNonNull(decision.explanation()));
  }
}
