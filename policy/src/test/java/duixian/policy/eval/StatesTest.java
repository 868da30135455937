package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Words.and;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.count;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.is;
import static duixian.policy.eval.Words.minus;
import static duixian.policy.eval.Words.or;
import static duixian.policy.eval.Words.orElse;
import static duixian.policy.eval.Words.parents;
import static duixian.policy.eval.Words.per;
import static duixian.policy.eval.Words.percent;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.undecided;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.model.Type;
import duixian.policy.trace.Outcome;
import duixian.policy.trace.Outcome.Lack;
import duixian.policy.value.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatesTest {
  private static final Expr CAPITAL = fact(Town.PLATFORM, Town.CAPITAL);
  private static final Expr STAFFED = fact(Town.PLATFORM, Town.STAFFED);
  private static final Expr RICH = compare(CAPITAL, Relation.MORE, yuan(1_000_000));

  @Test
  void aShareOfCapitalIsPaidToTheFen() {
    var law = Law.of(award("落地", Town.PLATFORM, times(CAPITAL, percent(20))));
    var town = new Town().with("平台", "P1", "实缴注册资金", "123.45");

    assertThat(law.outcome(town, "P1"))
        .isEqualTo(new Outcome.Payable(new Money(2469), new Money(2469), List.of()));
  }

  @Test
  void whatTheFilterExcludesHasNoRow() {
    var benchmark = is(fact(Town.PLATFORM, Town.KIND), Town.KIND, 0);
    var law = Law.of(award("落地", Town.PLATFORM, CAPITAL).among(benchmark));
    var town = new Town().platform("P1").with("平台", "P2", "类别", "市级平台");

    assertThat(law.rows(town)).containsExactly("落地 P1 2025 可兑现 8000000.00");
  }

  @Test
  void aMissingFilterFactLeavesTheRowOpen() {
    var benchmark = is(fact(Town.PLATFORM, Town.KIND), Town.KIND, 0);
    var law = Law.of(award("落地", Town.PLATFORM, yuan(100)).among(benchmark));

    assertThat(law.outcome(new Town().with("平台", "P1"), "P1"))
        .isEqualTo(
            new Outcome.Lacking(
                List.of(new Lack("平台 P1 的 类别", "未填报")), Money.ZERO, Money.yuan(100)));
  }

  @Test
  void everyFailedConditionIsNamedWithItsValues() {
    var law = Law.of(award("落地", Town.PLATFORM, yuan(1)).when(and(RICH, STAFFED)).when(RICH));
    var town = new Town().with("平台", "P1", "实缴注册资金", "1000000", "人员已到位", "否");

    assertThat(law.outcome(town, "P1"))
        .isEqualTo(
            new Outcome.Ineligible(
                List.of(
                    "不符合「实缴注册资金 超过 100万元 且 人员已到位」：实缴注册资金为100万元，人员已到位为否",
                    "不符合「实缴注册资金 超过 100万元」：实缴注册资金为100万元")));
  }

  @Test
  void aFalsePartDecidesAnAndThoughAnotherIsMissing() {
    var law = Law.of(award("落地", Town.PLATFORM, yuan(1)).when(and(RICH, STAFFED)));

    assertThat(law.outcome(new Town().with("平台", "P1", "人员已到位", "否"), "P1"))
        .isInstanceOf(Outcome.Ineligible.class);
  }

  @Test
  void aTruePartDecidesAnOrThoughAnotherIsMissing() {
    var law = Law.of(award("落地", Town.PLATFORM, yuan(1)).when(or(RICH, STAFFED)));

    assertThat(law.outcome(new Town().with("平台", "P1", "人员已到位", "是"), "P1"))
        .isInstanceOf(Outcome.Payable.class);
  }

  @Test
  void aMissingConditionIsNeverFalse() {
    var law = Law.of(award("落地", Town.PLATFORM, yuan(1)).when(and(RICH, STAFFED)));

    assertThat(law.outcome(new Town().with("平台", "P1", "人员已到位", "是"), "P1").word())
        .isEqualTo("缺事实");
  }

  @Test
  void anUndecidedFigureGrantsNothingAndSaysWhoDecides() {
    var law = Law.of(award("培训", Town.PLATFORM, undecided("市工信局", "费率")));

    assertThat(law.outcome(new Town().platform("P1"), "P1"))
        .isEqualTo(new Outcome.Undetermined(List.of("费率（由市工信局确定）")));
  }

  @Test
  void undecidedWinsOverMissing() {
    var law = Law.of(award("培训", Town.PLATFORM, times(CAPITAL, undecided("市工信局", "费率"))));

    assertThat(law.outcome(new Town().with("平台", "P1"), "P1").word()).isEqualTo("待定");
  }

  @Test
  void aFailedConditionWinsOverUndecided() {
    var law = Law.of(award("培训", Town.PLATFORM, undecided("市工信局", "费率")).when(STAFFED));

    assertThat(law.outcome(new Town().with("平台", "P1", "人员已到位", "否"), "P1").word())
        .isEqualTo("不符合");
  }

  @Test
  void aMissingAmountIsNotZero() {
    var law = Law.of(award("落地", Town.PLATFORM, CAPITAL).limit(yuan(200)));

    assertThat(law.outcome(new Town().with("平台", "P1"), "P1"))
        .isEqualTo(
            new Outcome.Lacking(
                List.of(new Lack("平台 P1 的 实缴注册资金", "未填报")), Money.ZERO, Money.yuan(200)));
  }

  @Test
  void aZeroDivisorIsExplained() {
    var volume = fact(Town.NODE, Town.VOLUME);
    var divisor = fact(Town.NODE, Town.DIVISOR);
    var law = Law.of(award("节点", Town.NODE, times(yuan(100), per(volume, divisor, Type.RATIO))));
    var town = new Town().platform("P1").node("N1", "P1", 2022, "5", "除数", "0");

    assertThat(law.outcome(town, "N1"))
        .isInstanceOfSatisfying(
            Outcome.Lacking.class,
            lacking ->
                assertThat(lacking.lacks())
                    .containsExactly(new Lack("节点情况 N1（2022年） 的 除数", "为零，不能作除数")));
  }

  @Test
  void aZeroDivisorDoesNotFallBack() {
    var ratio = per(fact(Town.NODE, Town.VOLUME), fact(Town.NODE, Town.DIVISOR), Type.COUNT);
    var law = Law.of(award("节点", Town.NODE, times(yuan(1), orElse(ratio, count(7)))));
    var town =
        new Town()
            .platform("P1")
            .node("N1", "P1", 2022, "5", "除数", "0")
            .node("N2", "P1", 2022, "5");

    assertThat(law.rows(town)).containsExactly("节点 N1 2022 缺事实", "节点 N2 2022 可兑现 7.00");
  }

  @Test
  void aNegativeFigureIsNotPaidAndNotZero() {
    var law = Law.of(award("差额", Town.PLATFORM, minus(yuan(1), CAPITAL)));

    assertThat(law.outcome(new Town().platform("P1"), "P1"))
        .isInstanceOfSatisfying(
            Outcome.Lacking.class,
            lacking -> assertThat(lacking.lacks().getFirst().why()).isEqualTo("额度为负"));
  }

  @Test
  void aFigureBeyondEveryLongIsExplained() {
    var huge = times(CAPITAL, CAPITAL);
    var law = Law.of(award("落地", Town.PLATFORM, times(huge, huge)));

    assertThat(law.outcome(new Town().platform("P1"), "P1"))
        .isInstanceOfSatisfying(
            Outcome.Lacking.class,
            lacking -> assertThat(lacking.lacks().getFirst().why()).isEqualTo("额度超出可以计算的金额"));
  }

  @Test
  void aFigureIsRoundedOnceToTheUnitOfThePolicy() {
    var third = times(CAPITAL, per(percent(100), count(3), Type.RATIO));
    var law = Law.of(award("落地", Town.PLATFORM, third)).roundedTo(1_000_000);

    assertThat(law.rows(new Town().platform("P1"))).containsExactly("落地 P1 2025 可兑现 2660000.00");
  }

  @Test
  void anAncestorsFactIsRead() {
    var law = Law.of(award("项目", Town.PROJECT, parents(Town.PLATFORM, Town.CAPITAL)));
    var town = new Town().platform("P1").project("X1", "P1", "2022-01-01", "1");

    assertThat(law.rows(town)).containsExactly("项目 X1 2025 可兑现 8000000.00");
  }
}
