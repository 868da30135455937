package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.count;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.is;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.plus;
import static duixian.policy.eval.Words.span;
import static duixian.policy.eval.Words.undecided;
import static duixian.policy.eval.Words.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.model.Property;
import duixian.policy.model.Target;
import duixian.policy.model.Type;
import duixian.policy.trace.Finding;
import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Expr BENCHMARK = is(fact(Town.PLATFORM, Town.KIND), Town.KIND, 0);

  private static Expr countAll(Entity entity, @Nullable Expr filter, Expr... keys) {
    return new Expr.Aggregate(
        true,
        -1,
        entity,
        null,
        filter,
        List.of(keys),
        Type.COUNT,
        span("计数(" + entity.name() + ")"));
  }

  private static Progress progress(Expr measure, Expr floor, Town town) {
    var law = Law.of().target(new Target("目标", "一", measure, floor, null, span("目标")));
    return Targets.measure(law.run(), law.facts(town)).getFirst();
  }

  @Test
  void aTargetCountsEveryRecord() {
    var town = new Town().platform("P1").platform("P2").with("平台", "P3", "类别", "市级平台");
    var progress = progress(countAll(Town.PLATFORM, BENCHMARK), count(3), town);

    assertThat(progress.state()).isEqualTo(Progress.State.SHORT);
    assertThat(progress.measured()).isEqualTo("2");
    assertThat(progress.share()).isEqualTo(Rational.of(2, 3));
  }

  @Test
  void aTargetIsReachedExactlyAtItsFloor() {
    var town = new Town().platform("P1").platform("P2");

    assertThat(progress(countAll(Town.PLATFORM, BENCHMARK), count(2), town).state())
        .isEqualTo(Progress.State.REACHED);
  }

  @Test
  void aTargetCountsAFirmOnceOverAllYears() {
    var town =
        new Town()
            .platform("P1")
            .firm("E1", "P1", 2021, "甲", "是")
            .firm("E2", "P1", 2022, "甲", "是")
            .firm("E3", "P1", 2022, "乙", "是");
    var distinct = countAll(Town.CONNECTED, null, fact(Town.CONNECTED, Town.WHO));

    assertThat(progress(distinct, count(2), town).measured()).isEqualTo("2");
  }

  @Test
  void aTargetThatLacksFactsSaysSo() {
    var town = new Town().platform("P1").with("平台", "P2");

    assertThat(progress(countAll(Town.PLATFORM, BENCHMARK), count(1), town).state())
        .isEqualTo(Progress.State.LACKING);
  }

  @Test
  void aFloorThatNobodyDecidedLeavesTheTargetOpen() {
    assertThat(progress(yuan(1), undecided("市政府", "目标值"), new Town()).state())
        .isEqualTo(Progress.State.UNDETERMINED);
  }

  @Test
  void aPropertyOfGrantsHoldsOrNamesWhereItFails() {
    var projects =
        award("项目", Town.PROJECT, fact(Town.PROJECT, Town.CONTRACT))
            .on(fact(Town.PROJECT, Town.ACCEPTED_ON));
    var nodes = award("节点", Town.NODE, yuan(50));
    var both = plus(granted("项目"), granted("节点"));
    var law =
        Law.of(projects, nodes)
            .property(
                new Property(
                    "不超过150元",
                    Town.PLATFORM,
                    compare(both, Relation.AT_MOST, yuan(150)),
                    span("核查")));
    var town =
        new Town()
            .platform("P1")
            .platform("P2")
            .platform("P3")
            .project("X1", "P1", "2022-01-01", "100")
            .project("X2", "P2", "2022-01-01", "101")
            .with("项目", "X3", "平台", "P3", "验收日期", "2023-01-01")
            .node("N1", "P1", 2022, "1")
            .node("N2", "P2", 2022, "1");
    var finding = Properties.check(law.run(), law.facts(town)).getFirst();

    assertThat(finding.holds()).isFalse();
    assertThat(List.of(finding.held(), finding.failed(), finding.open())).containsExactly(1, 1, 1);
    assertThat(finding.against())
        .extracting(Finding.Counterexample::object, Finding.Counterexample::year)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("平台 P2", 2022));
  }

  @Test
  void aPropertySeesWhetherACeilingCut() {
    var capital = fact(Town.PLATFORM, Town.CAPITAL);
    var cut = new Expr.WasCut("落地", span("落地的封顶"));
    var rich = compare(capital, Relation.MORE, yuan(1_000_000));
    var law =
        Law.of(award("落地", Town.PLATFORM, capital).limit(yuan(1_000_000), own(Town.PLATFORM)))
            .property(
                new Property(
                    "何时封顶", Town.PLATFORM, compare(rich, Relation.EQUAL, cut), span("核查")));
    var town = new Town().platform("P1").with("平台", "P2", "实缴注册资金", "1000000");
    var finding = Properties.check(law.run(), law.facts(town)).getFirst();

    assertThat(finding.holds()).isTrue();
    assertThat(finding.held()).isEqualTo(2);
  }

  private static Expr granted(String award) {
    return new Expr.Granted(award, span(award));
  }
}
