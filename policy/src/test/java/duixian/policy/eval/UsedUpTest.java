package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.years;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.trace.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsedUpTest {
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);
  private static final Expr ACCEPTED = fact(Town.PROJECT, Town.ACCEPTED);
  private static final Expr NATIONAL = fact(Town.NODE, Town.NATIONAL);
  private static final Key PLATFORM = parent(Town.PLATFORM);

  private static Law.Draft projects() {
    return award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON);
  }

  @Test
  void aSingleGrantIsPaidOncePerKey() {
    var law = Law.of(projects().once(PLATFORM));
    var town =
        new Town()
            .platform("P1")
            .platform("P2")
            .project("X1", "P1", "2023-01-01", "10")
            .project("X2", "P1", "2022-01-01", "20")
            .project("X3", "P2", "2023-01-01", "30");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2023 不符合", "项目 X2 2022 可兑现 20.00", "项目 X3 2023 可兑现 30.00");
    assertThat(law.outcome(town, "X1"))
        .isEqualTo(new Outcome.Ineligible(List.of("一次性奖励已经给予：2022年，项目 X2")));
  }

  @Test
  void aGrantOfZeroUsesNothingUp() {
    var law = Law.of(projects().once(PLATFORM));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "0")
            .project("X2", "P1", "2023-01-01", "20");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 可兑现 0.00", "项目 X2 2023 可兑现 20.00");
  }

  @Test
  void aGrantThatSharingCutToNothingUsesNothingUp() {
    var none =
        new Cap.Scope(0, List.of(PLATFORM, YEAR), ACCEPTED, null, fact(Town.PROJECT, Town.COST));
    var law =
        Law.of(projects().once(PLATFORM))
            .cap("年度总额", null, new Cap.Sharing.ProRata(), new Cap.Excess.Cut(), none);
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "10", "项目投资总额", "0")
            .project("X2", "P1", "2023-01-01", "20", "项目投资总额", "100");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 可兑现 0.00", "项目 X2 2023 可兑现 20.00");
  }

  @Test
  void aTermRunsFromTheFirstGrantedYear() {
    var law = Law.of(award("节点", Town.NODE, NATIONAL).atMost(years(3), PLATFORM));
    var town =
        new Town()
            .platform("P1")
            .node("N1", "P1", 2021, "1", "国家奖补", "0")
            .node("N2", "P1", 2022, "1", "国家奖补", "10")
            .node("N3", "P1", 2024, "1", "国家奖补", "10")
            .node("N4", "P1", 2025, "1", "国家奖补", "10");

    assertThat(law.rows(town))
        .containsExactly(
            "节点 N1 2021 可兑现 0.00",
            "节点 N2 2022 可兑现 10.00",
            "节点 N3 2024 可兑现 10.00",
            "节点 N4 2025 不符合");
    assertThat(law.outcome(town, "N4"))
        .isEqualTo(new Outcome.Ineligible(List.of("奖励期限3年已满：首次获得奖励在2022年")));
  }

  @Test
  void theTermOfACapRunsFromTheFirstGrantOfAnyOfItsAwards() {
    var law =
        Law.of(projects(), award("节点", Town.NODE, NATIONAL))
            .cap(
                "总额",
                years(3),
                new Cap.Sharing.FirstCome(),
                new Cap.Excess.Cut(),
                scope(0, yuan(100), PLATFORM, YEAR),
                scope(1, yuan(100), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .node("N1", "P1", 2021, "1", "国家奖补", "10")
            .project("X1", "P1", "2023-12-31", "10")
            .project("X2", "P1", "2024-01-01", "10");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2023 可兑现 10.00", "项目 X2 2024 不符合", "节点 N1 2021 可兑现 10.00");
  }

  @Test
  void placesAreTakenByEligibleRowsInOrder() {
    var law = Law.of(projects().when(ACCEPTED).places(2, PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .with("项目", "X0", "平台", "P1", "验收日期", "2022-01-01", "合同金额", "1", "项目验收", "否")
            .with("项目", "X1", "平台", "P1", "验收日期", "2022-01-01", "项目验收", "是")
            .project("X2", "P1", "2022-01-02", "0")
            .project("X3", "P1", "2022-01-03", "10")
            .project("X4", "P1", "2022-01-04", "10")
            .project("X5", "P1", "2023-01-04", "10");

    assertThat(law.rows(town))
        .containsExactly(
            "项目 X0 2022 不符合",
            "项目 X1 2022 缺事实",
            "项目 X2 2022 可兑现 0.00",
            "项目 X3 2022 可兑现 10.00",
            "项目 X4 2022 不符合",
            "项目 X5 2023 可兑现 10.00");
    assertThat(law.outcome(town, "X4")).isEqualTo(new Outcome.Ineligible(List.of("名额已满：每平台每年度2家")));
  }

  @Test
  void aMissingKeyLeavesTheRowOpen() {
    var law = Law.of(projects().once(new Key.Value(0, Town.FIRM)));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "10");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 缺事实");
  }

  @Test
  void anOpenRowUsesNothingUp() {
    var law = Law.of(projects().when(ACCEPTED).once(PLATFORM).limit(yuan(10), own(Town.PROJECT)));
    var town =
        new Town()
            .platform("P1")
            .with("项目", "X1", "平台", "P1", "验收日期", "2022-01-01", "合同金额", "1")
            .project("X2", "P1", "2022-01-02", "10");

    assertThat(law.rows(town)).containsExactly("项目 X1 2022 缺事实", "项目 X2 2022 可兑现 10.00");
  }
}
