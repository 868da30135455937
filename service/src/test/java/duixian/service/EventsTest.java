package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import duixian.service.party.BankAccounts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What one module says and another does about it.
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "duixian.house=..")
@ContextConfiguration(initializers = EventsTest.SpringOf2026.class)
@EnableScenarios
class EventsTest {
  private static final Path FOLDER = Services.folder();
  private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

  private final FactStore facts;
  private final Claims claims;
  private final Proceedings proceedings;
  private final Parties parties;
  private final BankAccounts bank;

  @Autowired
  EventsTest(
      FactStore facts, Claims claims, Proceedings proceedings, Parties parties, BankAccounts bank) {
    this.facts = facts;
    this.claims = claims;
    this.proceedings = proceedings;
    this.parties = parties;
    this.bank = bank;
  }

  static final class SpringOf2026
      implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
      var zone = ZoneId.of("Asia/Shanghai");
      var clock = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), zone);
      context.registerBean("clock", Clock.class, () -> clock);
    }
  }

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry properties) {
    properties.add("duixian.data", FOLDER::toString);
  }

  @Test
  void factsThatChangeAreToldOncePerUnit(Scenario scenario) {
    join("Q1");

    scenario
        .stimulate(() -> facts.state(landed("Q1"), "test"))
        .andWaitForEventOfType(FactStore.UnitChanged.class)
        .toArriveAndVerify(
            changed -> assertThat(changed).isEqualTo(new FactStore.UnitChanged("平台", "Q1")));
  }

  @Test
  void recognisedFactsRaiseACaseWithoutAnybodyAsking(Scenario scenario) {
    join("Q2");

    scenario
        .stimulate(() -> facts.state(landed("Q2"), "test"))
        .andWaitForStateChange(() -> raised("Q2"))
        .andVerify(claim -> {
          assertThat(claim.award()).isEqualTo("平台落地奖励");
          assertThat(claim.isMatched()).isTrue();
          assertThat(claim.step()).isEqualTo("待确认");
        });
  }

  @Test
  void aConfirmationMovesTheCaseAndSaysSo(Scenario scenario) {
    var applicant = join("Q3");
    facts.state(landed("Q3"), "test");
    scenario
        .stimulate(() -> {})
        .andWaitForStateChange(() -> raised("Q3"))
        .andVerify(claim -> assertThat(claim.step()).isEqualTo("待确认"));
    var claim = claims.ofUnit("Q3").getFirst();
    var account = bank.of("Q3").getFirst().id();

    scenario
        .stimulate(() -> proceedings.submit(claim.id(), account, applicant))
        .andWaitForEventOfType(Proceedings.Moved.class)
        .matching(moved -> moved.claim() == claim.id())
        .toArriveAndVerify(moved -> {
          assertThat(moved.act()).isEqualTo("提交");
          assertThat(moved.step()).isEqualTo("形式审查");
        });
  }

  private @Nullable Claim raised(String unit) {
    return claims.ofUnit(unit).stream().findFirst().orElse(null);
  }

  private Person join(String unit) {
    if (parties.organisation("镇街").isEmpty()) {
      parties.add(new Organisation("镇街", "镇街", "镇街", null, null));
    }
    parties.add(new Organisation(unit, "平台单位", "合成平台" + unit, null, "镇街"));
    var applicant = new Person(unit + "-a", "申报人" + unit, unit, Set.of(Role.APPLICANT));
    parties.add(applicant, null, SINCE);
    bank.add(unit, "合成平台" + unit, "合成银行", "6222000000001234", applicant.id());
    return applicant;
  }

  private static List<Statement> landed(String unit) {
    return Map.of(
            "类别", "标杆平台",
            "落地日期", "2023-05-06",
            "实缴注册资金", "8000000",
            "办公场所已选定", "true",
            "人员已到位", "true")
        .entrySet()
        .stream()
        .map(fact ->
            new Statement(
                "平台",
                unit,
                null,
                null,
                null,
                fact.getKey(),
                fact.getValue(),
                null,
                null,
                Source.RECOGNISED,
                null,
                "测试"))
        .toList();
  }
}
