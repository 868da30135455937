package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Words.change;
import static duixian.policy.eval.Words.constant;
import static duixian.policy.eval.Words.countOf;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.literal;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Rational;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);

  @ParameterizedTest
  @CsvSource({
    "2020-12-31, 2020年12月31日早于施行日2021年1月1日",
    "2021-01-01, ",
    "2025-12-31, ",
    "2026-01-01, 2026年1月1日晚于届满日2025年12月31日"
  })
  void aDayCountsFromTheFirstToTheLastDayOfThePolicy(String day, @Nullable String refusal) {
    var law = Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON)).onDay("2026-06-30");
    var town = new Town().platform("P1").project("X1", "P1", day, "100");

    assertThat(refusal(law.outcome(town, "X1"))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource({"2020, 2020年早于施行日2021年1月1日", "2021, ", "2025, ", "2026, 2026年晚于届满日2025年12月31日"})
  void aYearCountsFromTheFirstToTheLastOfThePolicy(int year, @Nullable String refusal) {
    var law = Law.of(award("节点", Town.NODE, yuan(1))).onDay("2026-06-30");
    var town = new Town().platform("P1").node("N1", "P1", year, "1");

    assertThat(refusal(law.outcome(town, "N1"))).isEqualTo(refusal);
  }

  @Test
  void whatLiesAfterTheDayOfAssessmentIsNotYetGranted() {
    var law =
        Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON), award("节点", Town.NODE, yuan(1)))
            .onDay("2023-05-06");
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2023-05-06", "100")
            .project("X2", "P1", "2023-05-07", "100")
            .node("N1", "P1", 2023, "1")
            .node("N2", "P1", 2024, "1");

    assertThat(law.rows(town))
        .containsExactly(
            "项目 X1 2023 可兑现 100.00", "项目 X2 2023 不符合", "节点 N1 2023 可兑现 1.00", "节点 N2 2024 不符合");
  }

  @ParameterizedTest
  @CsvSource({"2026-12-31, 可兑现", "2027-01-01, 不符合", "2021-01-01, 不符合", "2020-12-31, 不符合"})
  void nothingIsGrantedBeforeThePolicyNorAfterItsLastPayment(String day, String word) {
    var law = Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON)).onDay(day);
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "100");

    assertThat(law.outcome(town, "X1").word()).isEqualTo(word);
  }

  @Test
  void aMissingDayLeavesTheRowOpenInTheYearOfAssessment() {
    var law = Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON)).onDay("2024-03-01");
    var town = new Town().platform("P1").with("项目", "X1", "平台", "P1", "合同金额", "5");

    assertThat(law.rows(town)).containsExactly("项目 X1 2024 缺事实");
  }

  @Test
  void withoutADateTheDayIsThatOfAssessmentButNotAfterThePolicy() {
    var law = Law.of(award("落地", Town.PLATFORM, yuan(1))).onDay("2026-06-30");

    assertThat(law.rows(new Town().platform("P1"))).containsExactly("落地 P1 2025 可兑现 1.00");
  }

  @Test
  void aRevisionChangesNothingBeforeItsDay() {
    var revised =
        constant(
            literal(Rational.of(2_000_000), Type.MONEY, "200万元", change("2023-07-01", 3_000_000)));
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON).limit(revised, own(Town.PROJECT)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2023-06-30", "9000000")
            .project("X2", "P1", "2023-07-01", "9000000");

    assertThat(law.rows(town))
        .containsExactly("项目 X1 2023 可兑现 2000000.00", "项目 X2 2023 可兑现 3000000.00");
  }

  @ParameterizedTest
  @CsvSource({"2023-06-30, 2000000.00", "2023-07-01, 3000000.00"})
  void aYearIsValuedOnItsLastDayOrThatOfAssessment(String day, String paid) {
    var revised =
        constant(
            literal(Rational.of(2_000_000), Type.MONEY, "200万元", change("2023-07-01", 3_000_000)));
    var law =
        Law.of(award("节点", Town.NODE, yuan(9_000_000)).limit(revised, own(Town.NODE))).onDay(day);
    var town = new Town().platform("P1").node("N1", "P1", 2023, "1");

    assertThat(law.rows(town)).containsExactly("节点 N1 2023 可兑现 " + paid);
  }

  @Test
  void anObjectHasARowForEachYearOfTheRecordsThatItsFigureGathers() {
    var active = fact(Town.CONNECTED, Town.ACTIVE);
    var law =
        Law.of(
            award("活跃", Town.PLATFORM, times(countOf(Town.CONNECTED, active), yuan(10_000)))
                .everyYear());
    var town =
        new Town()
            .platform("P1")
            .platform("P2")
            .firm("E1", "P1", 2022, "甲", "是")
            .firm("E2", "P1", 2022, "乙", "否")
            .firm("E3", "P1", 2023, "甲", "是")
            .firm("E4", "P1", 2023, "乙", "是")
            .node("N1", "P1", 2024, "1");

    assertThat(law.rows(town))
        .containsExactly("活跃 P1 2022 可兑现 10000.00", "活跃 P1 2023 可兑现 20000.00");
  }

  private static @Nullable String refusal(Outcome outcome) {
    return outcome instanceof Outcome.Ineligible(var reasons) ? reasons.getFirst() : null;
  }
}
