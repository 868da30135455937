package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.count;
import static duixian.policy.eval.Words.countOf;
import static duixian.policy.eval.Words.defined;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.first;
import static duixian.policy.eval.Words.greatest;
import static duixian.policy.eval.Words.highest;
import static duixian.policy.eval.Words.minus;
import static duixian.policy.eval.Words.orElse;
import static duixian.policy.eval.Words.parents;
import static duixian.policy.eval.Words.span;
import static duixian.policy.eval.Words.sumOf;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Definition;
import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.trace.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Expr BUSY = compare(fact(Town.NODE, Town.VOLUME), Relation.MORE, count(100));
  private static final Law FIRST_YEAR = Law.of(award("突破", Town.NODE, yuan(200)).when(first(BUSY)));

  private static final Expr ACTIVE = fact(Town.CONNECTED, Town.ACTIVE);
  private static final Definition ACTIVE_FIRMS =
      new Definition(
          "活跃企业数", Town.PLATFORM, countOf(Town.CONNECTED, ACTIVE), true, "四", span("活跃企业数"));

  @Test
  void theFirstYearIsPaidAndNoLaterOne() {
    var town =
        new Town()
            .platform("P1")
            .node("N1", "P1", 2021, "100")
            .node("N2", "P1", 2022, "101")
            .node("N3", "P1", 2023, "500");

    assertThat(FIRST_YEAR.rows(town))
        .containsExactly("突破 N1 2021 不符合", "突破 N2 2022 可兑现 200.00", "突破 N3 2023 不符合");
    assertThat(FIRST_YEAR.outcome(town, "N3"))
        .isEqualTo(new Outcome.Ineligible(List.of("不符合「首次(注册量 超过 100)」：2022年已经达到")));
  }

  @Test
  void anEarlierYearThatMayHaveBeenFirstLeavesTheLaterOpen() {
    var town =
        new Town()
            .platform("P1")
            .with("节点情况", "N1", "平台", "P1", "年度", "2021")
            .node("N2", "P1", 2022, "101")
            .node("N3", "P1", 2023, "50");

    assertThat(FIRST_YEAR.rows(town))
        .containsExactly("突破 N1 2021 缺事实", "突破 N2 2022 缺事实", "突破 N3 2023 不符合");
  }

  @Test
  void recordsOfTheSameYearAndOtherParentsDoNotMatter() {
    var town =
        new Town()
            .platform("P1")
            .platform("P2")
            .node("N1", "P1", 2022, "101")
            .node("N2", "P1", 2022, "101")
            .node("N3", "P2", 2023, "101");

    assertThat(FIRST_YEAR.rows(town)).allMatch(row -> row.endsWith("可兑现 200.00"));
  }

  @Test
  void growthIsPaidOverTheHighestCountThatWasRewarded() {
    var firms = defined(ACTIVE_FIRMS);
    var base = greatest(count(1), orElse(highest(firms), count(1)));
    var law =
        Law.of(
            award("活跃", Town.PLATFORM, times(greatest(count(0), minus(firms, base)), yuan(10)))
                .when(compare(firms, Relation.MORE, count(1)))
                .everyYear());
    var town = new Town().platform("P1").platform("P2");
    var active = new int[] {2, 4, 3, 5};
    for (int i = 0; i < active.length; i++) {
      for (int firm = 0; firm < active[i]; firm++) {
        town.firm("E" + i + "-" + firm, "P1", 2021 + i, "企业" + firm, "是");
      }
    }

    assertThat(law.rows(town))
        .containsExactly(
            "活跃 P1 2021 可兑现 10.00",
            "活跃 P1 2022 可兑现 20.00",
            "活跃 P1 2023 可兑现 0.00",
            "活跃 P1 2024 可兑现 10.00");
  }

  @Test
  void aFirmCountsWhereItWasActiveFirst() {
    var firm = fact(Town.CONNECTED, Town.WHO);
    var earliest = new Expr.Earliest(Town.CONNECTED, ACTIVE, List.of(firm), span("最早(活跃，企业)"));
    var theirs =
        new Expr.Through(
            earliest, new Expr.Owner(1, Town.PLATFORM, span("平台")), span("最早(活跃，企业)的平台"));
    var here = compare(theirs, Relation.EQUAL, new Expr.Owner(1, Town.PLATFORM, span("平台")));
    var law = Law.of(award("接入", Town.CONNECTED, yuan(1)).when(here));
    var town =
        new Town()
            .platform("P1")
            .platform("P2")
            .firm("E9", "P1", 2022, "甲", "是")
            .firm("E2", "P2", 2022, "甲", "是")
            .firm("E3", "P1", 2021, "甲", "否")
            .firm("E4", "P1", 2021, "乙", "是")
            .with("接入企业", "E5", "平台", "P2", "年度", "2021", "企业", "乙")
            .with("接入企业", "E6", "平台", "P2", "年度", "2022", "企业", "乙");

    assertThat(law.rows(town))
        .containsExactly(
            "接入 E9 2022 不符合",
            "接入 E2 2022 可兑现 1.00",
            "接入 E3 2021 不符合",
            "接入 E4 2021 可兑现 1.00",
            "接入 E5 2021 不符合",
            "接入 E6 2022 不符合");
  }

  @Test
  void earlierByDayThenByIdentifier() {
    var earliest =
        new Expr.Earliest(
            Town.CONNECTED, ACTIVE, List.of(fact(Town.CONNECTED, Town.WHO)), span("最早(活跃，企业)"));
    var self = new Expr.Owner(0, Town.CONNECTED, span("接入企业"));
    var law =
        Law.of(award("接入", Town.CONNECTED, yuan(1)).when(compare(earliest, Relation.EQUAL, self)));
    var town =
        new Town()
            .platform("P1")
            .firm("A", "P1", 2021, "甲", "是")
            .with("接入企业", "C", "平台", "P1", "年度", "2021", "企业", "甲", "活跃", "是", "接入日期", "2021-05-01")
            .with(
                "接入企业", "B", "平台", "P1", "年度", "2021", "企业", "甲", "活跃", "是", "接入日期", "2021-05-01");

    assertThat(law.rows(town))
        .containsExactly("接入 A 2021 不符合", "接入 C 2021 不符合", "接入 B 2021 可兑现 1.00");
  }

  @Test
  void aSumOverChildrenIsOpenWhenOneOfThemIs() {
    var law =
        Law.of(
            award("国家", Town.PLATFORM, sumOf(Town.NODE, fact(Town.NODE, Town.NATIONAL)))
                .everyYear());
    var town =
        new Town()
            .platform("P1")
            .node("N1", "P1", 2021, "1", "国家奖补", "1.5")
            .node("N2", "P1", 2021, "1", "国家奖补", "2")
            .node("N3", "P1", 2022, "1", "国家奖补", "2")
            .node("N4", "P1", 2022, "1");

    assertThat(law.rows(town)).containsExactly("国家 P1 2021 可兑现 3.50", "国家 P1 2022 缺事实");
  }

  @Test
  void aChildThatTheFilterExcludesMayLackTheRest() {
    var filtered =
        new Expr.Aggregate(
            false,
            0,
            Town.CONNECTED,
            parents(Town.PLATFORM, Town.CAPITAL),
            ACTIVE,
            List.of(),
            duixian.policy.model.Type.MONEY,
            span("合计"));
    var law = Law.of(award("资本", Town.PLATFORM, filtered).everyYear());
    var town = new Town().with("平台", "P1").firm("E1", "P1", 2022, "甲", "否");

    assertThat(law.rows(town)).containsExactly("资本 P1 2022 可兑现 0.00");
  }

  @Test
  void distinctFirmsAreCountedOnce() {
    var distinct =
        new Expr.Aggregate(
            true,
            0,
            Town.CONNECTED,
            null,
            null,
            List.of(fact(Town.CONNECTED, Town.WHO)),
            duixian.policy.model.Type.COUNT,
            span("计数"));
    var law = Law.of(award("企业", Town.PLATFORM, times(distinct, yuan(1))).everyYear());
    var town =
        new Town()
            .platform("P1")
            .firm("E1", "P1", 2022, "甲", "是")
            .firm("E2", "P1", 2022, "甲", "是")
            .firm("E3", "P1", 2022, "乙", "是");

    assertThat(law.rows(town)).containsExactly("企业 P1 2022 可兑现 2.00");
  }
}
