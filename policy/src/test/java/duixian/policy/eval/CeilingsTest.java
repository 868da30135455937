package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.parents;
import static duixian.policy.eval.Words.undecided;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.model.Key;
import duixian.policy.trace.Outcome;
import duixian.policy.trace.Outcome.Cut;
import duixian.policy.value.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingsTest {
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);
  private static final Key PLATFORM = parent(Town.PLATFORM);
  private static final Cap.Sharing FIRST_COME = new Cap.Sharing.FirstCome();
  private static final Cap.Sharing PRO_RATA = new Cap.Sharing.ProRata();
  private static final Cap.Excess CUT = new Cap.Excess.Cut();
  private static final Cap.Excess REFUSE = new Cap.Excess.Refuse();

  private static Law.Draft projects() {
    return award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON);
  }

  @Test
  void aLimitThatIsMetExactlyCutsNothing() {
    var law = Law.of(projects().limit(yuan(100), own(Town.PROJECT)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "100")
            .project("X2", "P1", "2022-01-01", "100.01");

    assertThat(law.outcome(town.platform("P2"), "X1"))
        .isEqualTo(new Outcome.Payable(Money.yuan(100), Money.yuan(100), List.of()));
    assertThat(law.outcome(town, "X2"))
        .isEqualTo(
            new Outcome.Payable(
                new Money(10_001), Money.yuan(100), List.of(new Cut("上限 100元", new Money(1)))));
  }

  @Test
  void aRunningLimitIsUsedInOrderOfDayThenIdentifier() {
    var law = Law.of(projects().limit(yuan(100), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X3", "P1", "2022-03-01", "60")
            .project("X2", "P1", "2022-01-01", "60")
            .project("X1", "P1", "2022-03-01", "60")
            .project("X4", "P1", "2023-01-01", "60");

    assertThat(law.rows(town))
        .containsExactly(
            "项目 X3 2022 可兑现 0.00",
            "项目 X2 2022 可兑现 60.00",
            "项目 X1 2022 可兑现 40.00",
            "项目 X4 2023 可兑现 60.00");
  }

  @Test
  void theOrderMayBeAnotherDay() {
    var signed = fact(Town.CONNECTED, Town.SINCE);
    var law =
        Law.of(award("接入", Town.CONNECTED, yuan(60)).inOrderOf(signed).limit(yuan(100), PLATFORM));
    var town =
        new Town()
            .platform("P1")
            .with("接入企业", "E1", "平台", "P1", "年度", "2022", "接入日期", "2022-08-01")
            .with("接入企业", "E2", "平台", "P1", "年度", "2022", "接入日期", "2022-07-01")
            .with("接入企业", "E3", "平台", "P1", "年度", "2022");

    assertThat(law.rows(town))
        .containsExactly("接入 E1 2022 可兑现 40.00", "接入 E2 2022 可兑现 60.00", "接入 E3 2022 缺事实");
  }

  @Test
  void whatALaterCapCutsIsNotUsedFromAnEarlierLimit() {
    var law =
        Law.of(projects().limit(yuan(100), PLATFORM))
            .cap("项目资助", scope(0, fact(Town.PROJECT, Town.COST), own(Town.PROJECT)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "90", "项目投资总额", "10")
            .project("X2", "P1", "2022-01-02", "90", "项目投资总额", "1000");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 可兑现 10.00", "项目 X2 2022 可兑现 90.00");
  }

  @Test
  void aCapSpansAwardsInOrderOfTheText() {
    var law =
        Law.of(projects(), award("奖励", Town.PROJECT, yuan(50)).on(ACCEPTED_ON))
            .cap("年度总额", scope(0, yuan(100), PLATFORM, YEAR), scope(1, yuan(100), PLATFORM, YEAR));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "70");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 可兑现 70.00", "奖励 X1 2022 可兑现 30.00");
  }

  @Test
  void everyCutIsNamedAndTheyAddUpToTheDifference() {
    var law =
        Law.of(projects().limit(yuan(500), own(Town.PROJECT)))
            .cap("年度总额", scope(0, yuan(300), PLATFORM, YEAR));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "900");

    assertThat(law.outcome(town, "X1"))
        .isEqualTo(
            new Outcome.Payable(
                Money.yuan(900),
                Money.yuan(300),
                List.of(new Cut("上限 500元", Money.yuan(400)), new Cut("年度总额", Money.yuan(200)))));
  }

  @Test
  void whatDoesNotFitWholeIsRefusedWhereTheCapSaysSo() {
    var law =
        Law.of(projects())
            .cap("年度总额", null, FIRST_COME, REFUSE, scope(0, yuan(100), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "60")
            .project("X2", "P1", "2022-01-02", "41")
            .project("X3", "P1", "2022-01-03", "40");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2022 可兑现 60.00", "项目 X2 2022 可兑现 0.00", "项目 X3 2022 可兑现 40.00");
  }

  @Test
  void aCapThatDoesNotApplyLeavesTheRowAlone() {
    var large = compare(CONTRACT, Relation.MORE, yuan(50));
    var capped = new Cap.Scope(0, List.of(PLATFORM), large, null, yuan(10));
    var law = Law.of(projects()).cap("大项目", capped);
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "50")
            .project("X2", "P1", "2022-01-02", "51");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 可兑现 50.00", "项目 X2 2022 可兑现 10.00");
  }

  @Test
  void aMissingLimitOrKeyLeavesTheRowOpenAndUsesNothing() {
    var law =
        Law.of(projects().limit(yuan(100), PLATFORM))
            .cap("企业总额", scope(0, fact(Town.PROJECT, Town.COST), new Key.Value(0, Town.FIRM)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "80", "应用企业", "甲")
            .project("X2", "P1", "2022-01-02", "80", "项目投资总额", "500")
            .project("X3", "P1", "2022-01-03", "80", "应用企业", "甲", "项目投资总额", "500");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2022 缺事实", "项目 X2 2022 缺事实", "项目 X3 2022 可兑现 80.00");
  }

  @Test
  void anUndecidedLimitLeavesTheRowUndecided() {
    var law = Law.of(projects().limit(undecided("市政府", "上限"), PLATFORM));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "80");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 待定");
  }

  @Test
  void outsideMoneyOfARecordCountsAgainstItsOwnCap() {
    var capped =
        new Cap.Scope(
            0,
            List.of(own(Town.PROJECT)),
            null,
            fact(Town.PROJECT, Town.OTHER_FUNDS),
            fact(Town.PROJECT, Town.COST));
    var law = Law.of(projects()).cap("各级资助", capped);
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "80", "项目投资总额", "100", "其他资助", "30")
            .project("X2", "P1", "2022-01-01", "80", "项目投资总额", "100", "其他资助", "130")
            .project("X3", "P1", "2022-01-01", "80", "项目投资总额", "100");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2022 可兑现 70.00", "项目 X2 2022 可兑现 0.00", "项目 X3 2022 缺事实");
  }

  @Test
  void outsideMoneyOfEarlierYearsCountsToo() {
    var capped =
        new Cap.Scope(
            0,
            List.of(PLATFORM),
            null,
            fact(Town.NODE, Town.NATIONAL),
            parents(Town.PLATFORM, Town.INVESTED));
    var law = Law.of(award("节点", Town.NODE, yuan(40))).cap("各级资助", capped);
    var town =
        new Town()
            .with("平台", "P1", "投资总额", "100")
            .node("N1", "P1", 2022, "1", "国家奖补", "20")
            .node("N2", "P1", 2023, "1", "国家奖补", "20")
            .node("N3", "P1", 2024, "1");

    assertThat(law.rows(town))
        .containsExactly("节点 N1 2022 可兑现 40.00", "节点 N2 2023 可兑现 20.00", "节点 N3 2024 缺事实");
  }

  @Test
  void proRataCutsEveryRowOfTheYearByTheSameFraction() {
    var law =
        Law.of(projects()).cap("年度总额", null, PRO_RATA, CUT, scope(0, yuan(100), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "100")
            .project("X2", "P1", "2022-06-01", "200")
            .project("X3", "P1", "2023-01-01", "100");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2022 可兑现 33.33", "项目 X2 2022 可兑现 66.66", "项目 X3 2023 可兑现 100.00");
  }

  @Test
  void whatSharingCutsGoesBackToAnOpenLimitForLaterYears() {
    var law =
        Law.of(projects().limit(yuan(150), PLATFORM))
            .cap("年度总额", null, PRO_RATA, CUT, scope(0, yuan(50), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "150")
            .project("X2", "P1", "2022-02-01", "150")
            .project("X3", "P1", "2023-01-01", "40");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2022 可兑现 50.00", "项目 X2 2022 可兑现 0.00", "项目 X3 2023 可兑现 40.00");
  }
}
