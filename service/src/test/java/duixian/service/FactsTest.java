package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.facts.Table;
import duixian.policy.model.Policy;
import duixian.service.fact.AsOf;
import duixian.service.law.Laws;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FactsTest {
  private final City city = City.city();
  private final Policy policy = city.context.getBean(Laws.class).inForce();

  @Test
  void aCorrectionLeavesWhatWasKnownBefore() {
    var unit = city.landed();
    var before = city.facts.now().known();
    city.state("平台", unit.id(), null, null, Map.of("实缴注册资金", "9000000"));

    assertThat(capital(unit, before)).isEqualTo(800_000_000L);
    assertThat(capital(unit, city.facts.now().known())).isEqualTo(900_000_000L);
    assertThat(city.facts.history("平台", unit.id()))
        .filteredOn(stated -> stated.field().equals("实缴注册资金"))
        .extracting("value")
        .containsExactly("9000000", "8000000");
  }

  @Test
  void aUnitIsJudgedWithTheRecordsThatCompeteWithItsOwn() {
    var first = city.platform(Map.of("类别", "标杆平台"));
    var second = city.platform(Map.of("类别", "标杆平台"));
    var fingerprint = "指纹" + first.id();
    app(first, "A" + first.id(), fingerprint, "2023-01-01");
    app(second, "A" + second.id(), fingerprint, "2023-06-01");

    assertThat(city.matching.of(first.id()))
        .filteredOn(match -> match.decision().award().name().equals("工业APP奖励"))
        .extracting(match -> match.decision().outcome().word())
        .containsExactly("可兑现");
    assertThat(city.matching.of(second.id()))
        .filteredOn(match -> match.decision().award().name().equals("工业APP奖励"))
        .extracting(match -> match.decision().outcome().word())
        .containsExactly("不符合");
  }

  @Test
  void recognisedFactsRaiseTheirOwnClaimOnce() {
    var unit = city.landed();

    var root = new duixian.service.claim.matching.Matching.Root("平台", unit.id());
    assertThat(city.matching.raise(root)).isEqualTo(1);
    assertThat(city.matching.raise(root)).isZero();

    var raised = city.claims.ofUnit(unit.id()).getFirst();
    assertThat(raised.step()).isEqualTo("待确认");
    city.proceedings.submit(raised.id(), unit.account(), unit.applicant());
    assertThat(city.claims.claim(raised.id()).step()).isEqualTo("形式审查");
  }

  private void app(City.Unit unit, String code, String fingerprint, String deployed) {
    city.state(
        "工业APP",
        code,
        unit.id(),
        null,
        Map.of("产品指纹", fingerprint, "完成适配", "true", "完成部署", "true", "部署日期", deployed));
  }

  private long capital(City.Unit unit, Instant known) {
    var facts = city.facts.unit(policy, "平台", unit.id(), new AsOf(LocalDate.of(2026, 3, 2), known));
    var table = facts.table(Objects.requireNonNull(policy.entity("平台")));
    var value = table.value(Objects.requireNonNull(table.entity().field("实缴注册资金")), 0);
    assertThat(value).isNotEqualTo(Table.MISSING);
    return value;
  }
}
