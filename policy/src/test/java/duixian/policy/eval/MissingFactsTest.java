package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.change;
import static duixian.policy.eval.Words.constant;
import static duixian.policy.eval.Words.countOf;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.least;
import static duixian.policy.eval.Words.literal;
import static duixian.policy.eval.Words.orElse;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.percent;
import static duixian.policy.eval.Words.plus;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Type;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Between what a grant may lie while facts are missing.
class MissingFactsTest {
  private static final Expr CAPITAL = fact(Town.PLATFORM, Town.CAPITAL);
  private static final Expr STAFFED = fact(Town.PLATFORM, Town.STAFFED);
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);
  private static final Key PLATFORM = parent(Town.PLATFORM);

  @Test
  void aMissingConditionMayPayAllOrNothing() {
    var law = Law.of(award("落地", Town.PLATFORM, times(CAPITAL, percent(20))).when(STAFFED));

    assertThat(bounds(law, new Town().with("平台", "P1", "实缴注册资金", "50"), "P1"))
        .isEqualTo("0.00..10.00");
  }

  @Test
  void aMissingAmountWithoutALimitIsUnbounded() {
    var law = Law.of(award("落地", Town.PLATFORM, plus(CAPITAL, yuan(5))));

    assertThat(bounds(law, new Town().with("平台", "P1"), "P1")).isEqualTo("5.00..");
  }

  @Test
  void aLimitBoundsAMissingAmount() {
    var law =
        Law.of(
            award("落地", Town.PLATFORM, plus(CAPITAL, yuan(5))).limit(yuan(9), own(Town.PLATFORM)));

    assertThat(bounds(law, new Town().with("平台", "P1"), "P1")).isEqualTo("5.00..9.00");
  }

  @Test
  void theLeastOfAKnownAndAMissingAmountIsBoundedByTheKnown() {
    var law = Law.of(award("落地", Town.PLATFORM, least(CAPITAL, yuan(7))));

    assertThat(bounds(law, new Town().with("平台", "P1"), "P1")).isEqualTo("0.00..7.00");
  }

  @Test
  void aFallbackMayStillBeSuppliedByEitherPart() {
    var cost = fact(Town.PROJECT, Town.COST);
    var law =
        Law.of(
            award(
                    "项目",
                    Town.PROJECT,
                    least(yuan(80), orElse(cost, fact(Town.PROJECT, Town.OTHER_FUNDS))))
                .on(ACCEPTED_ON));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "80");

    assertThat(bounds(law, town, "X1")).isEqualTo("0.00..80.00");
  }

  @Test
  void whatEarlierRowsUsedIsNoLongerThere() {
    var law =
        Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON))
            .cap("年度总额", scope(0, yuan(100), PLATFORM, YEAR));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "70")
            .with("项目", "X2", "平台", "P1", "验收日期", "2022-02-01");

    assertThat(bounds(law, town, "X2")).isEqualTo("0.00..30.00");
  }

  @Test
  void nothingIsToBeWonWhereTheSingleGrantIsSpent() {
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT)
                .on(ACCEPTED_ON)
                .once(PLATFORM)
                .when(fact(Town.PROJECT, Town.ACCEPTED)));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "70")
            .with("项目", "X2", "平台", "P1", "验收日期", "2022-02-01", "合同金额", "5");

    assertThat(bounds(law, town, "X2")).isEqualTo("0.00..0.00");
  }

  @Test
  void aCountWithOpenChildrenLiesBetweenTheSureAndTheOpen() {
    var count = countOf(Town.CONNECTED, fact(Town.CONNECTED, Town.ACTIVE));
    var law = Law.of(award("活跃", Town.PLATFORM, times(count, yuan(10))).everyYear());
    var town =
        new Town()
            .platform("P1")
            .firm("E1", "P1", 2022, "甲", "是")
            .firm("E2", "P1", 2022, "乙", "否")
            .with("接入企业", "E3", "平台", "P1", "年度", "2022")
            .with("接入企业", "E4", "平台", "P1", "年度", "2022");

    assertThat(bounds(law, town, "P1")).isEqualTo("10.00..30.00");
  }

  @Test
  void aMissingDayMayLieOutsideThePolicy() {
    var law = Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON));
    var town = new Town().platform("P1").with("项目", "X1", "平台", "P1", "合同金额", "5");

    assertThat(bounds(law, town, "X1")).isEqualTo("0.00..5.00");
  }

  @Test
  void aMissingDayMayComeBeforeAllThatUsedTheCeiling() {
    var law =
        Law.of(award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON))
            .cap("总额", scope(0, yuan(100), PLATFORM));
    var town =
        new Town()
            .platform("P1")
            .project("X1", "P1", "2022-01-01", "70")
            .with("项目", "X2", "平台", "P1", "合同金额", "80");

    assertThat(bounds(law, town, "X2")).isEqualTo("0.00..80.00");
  }

  @Test
  void aMissingDayMayLieBeforeARevision() {
    var revised =
        constant(literal(Rational.of(90_000), Type.MONEY, "9万元", change("2023-07-01", 20_000)));
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON).limit(revised, own(Town.PROJECT)));
    var town = new Town().platform("P1").with("项目", "X1", "平台", "P1", "合同金额", "80000");

    assertThat(bounds(law, town, "X1")).isEqualTo("0.00..80000.00");
  }

  @Test
  void aMissingKeyMayMeetASpentGrant() {
    var law =
        Law.of(
            award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON).once(new Key.Value(0, Town.FIRM)));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "70");

    assertThat(bounds(law, town, "X1")).isEqualTo("0.00..70.00");
  }

  private static @Nullable String bounds(Law law, Town town, String object) {
    return law.outcome(town, object) instanceof Outcome.Lacking(_, var least, var most)
        ? text(least) + ".." + text(most)
        : null;
  }

  private static String text(@Nullable Money money) {
    return money == null ? "" : money.decimal();
  }
}
