package duixian.service;

import duixian.policy.value.Money;
import duixian.service.audit.AuditLog;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Openings;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Tasks;
import duixian.service.claim.Verdicts;
import duixian.service.claim.matching.Matching;
import duixian.service.claim.room.Rooms;
import duixian.service.claim.submission.Submissions;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.party.BankAccounts;
import duixian.service.party.Experts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.payment.Payments;
import duixian.service.payment.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// A running service with the offices of a city, shared by all tests; every test brings its own
/// units.
final class City {
  static final LocalDate START = LocalDate.of(2021, 1, 1);
  static final String PASSWORD = "合成口令-8";
  static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
  private static final AtomicInteger NEXT = new AtomicInteger();

  final MovableClock clock = new MovableClock();
  final ConfigurableApplicationContext context;
  final FactStore facts;
  final Parties parties;
  final BankAccounts bank;
  final Claims claims;
  final Openings openings;
  final Proceedings proceedings;
  final Verdicts verdicts;
  final Submissions submissions;
  final Tasks tasks;
  final Accounts accounts;
  final AuditLog audit;
  final Notices notices;
  final Objections objections;
  final Plans plans;
  final Payments payments;
  final Matching matching;
  final Rooms rooms;

  final Person clerk = person("clerk", "镇街甲", Role.TOWNSHIP);
  final Person reviewer = person("reviewer", "科室", Role.REVIEWER);
  final Person officer = person("officer", "科室", Role.REVIEWER);
  final Person handler = person("handler", "科室", Role.REVIEWER);
  final Person otherOfficer = person("officer2", "科室", Role.REVIEWER);
  final Person leader = person("leader", "科室", Role.LEADER);
  final Person otherLeader = person("leader2", "科室", Role.LEADER);
  final Person supervisor = person("supervisor", "科室", Role.SUPERVISOR);
  final Person admin = person("admin", "科室", Role.ADMINISTRATOR);
  final Person finance = person("finance", "财政局", Role.FINANCE);
  final Person treasurer = person("treasurer", "财政局", Role.FINANCE);
  final Person recoverer = person("recoverer", "财政局", Role.FINANCE);
  final Person cashier = person("cashier", "财政局", Role.FINANCE);
  final Person tax = person("tax", "税务局", Role.DEPARTMENT);
  final Person safety = person("safety", "应急局", Role.DEPARTMENT);
  final Person auditor = person("auditor", "审计所", Role.AUDITOR);

  City(Path folder) {
    context = Services.start(folder, clock);
    facts = context.getBean(FactStore.class);
    parties = context.getBean(Parties.class);
    bank = context.getBean(BankAccounts.class);
    claims = context.getBean(Claims.class);
    openings = context.getBean(Openings.class);
    proceedings = context.getBean(Proceedings.class);
    verdicts = context.getBean(Verdicts.class);
    submissions = context.getBean(Submissions.class);
    tasks = context.getBean(Tasks.class);
    accounts = context.getBean(Accounts.class);
    audit = context.getBean(AuditLog.class);
    notices = context.getBean(Notices.class);
    objections = context.getBean(Objections.class);
    plans = context.getBean(Plans.class);
    payments = context.getBean(Payments.class);
    matching = context.getBean(Matching.class);
    rooms = context.getBean(Rooms.class);
    offices();
    accounts.open(Booking.Kind.BUDGET, "预算", "2026年度", Money.yuan(1_000_000_000));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /// One server for the whole test run.
  static City city() {
    return Shared.CITY;
  }

  private static final class Shared {
    static final City CITY = new City(Services.folder());
  }

  /// A platform with an applicant and a verified account.
  record Unit(String id, Person applicant, long account) {}

  Unit platform(Map<String, String> known) {
    var id = "P" + NEXT.incrementAndGet();
    parties.add(new Organisation(id, "平台单位", "合成平台" + id, null, "镇街甲"));
    var applicant = new Person(id + "-a", "申报人" + id, id, Set.of(Role.APPLICANT));
    parties.add(applicant, HASH, START);
    var account = bank.add(id, "合成平台" + id, "合成银行", "6222000000001234", applicant.id());
    bank.verify(account, finance.id());
    state("平台", id, null, null, known);
    return new Unit(id, applicant, account);
  }

  /// Facts of a record under a platform (or of the platform itself, with `platform` null).
  void state(
      String entity,
      String code,
      @org.jspecify.annotations.Nullable String platform,
      @org.jspecify.annotations.Nullable Integer year,
      Map<String, String> known) {
    var statements = new ArrayList<Statement>();
    known.forEach((field, value) ->
        statements.add(
            new Statement(
                entity,
                code,
                platform == null ? null : "平台",
                platform,
                year,
                field,
                value,
                null,
                null,
                Source.RECOGNISED,
                null,
                "测试")));
    facts.state(statements, "test");
  }

  /// A platform of 标杆 kind that may have its landing award of 160万元.
  Unit landed() {
    return platform(
        Map.of(
            "类别", "标杆平台",
            "落地日期", "2023-05-06",
            "实缴注册资金", "8000000",
            "办公场所已选定", "true",
            "人员已到位", "true"));
  }

  Claim landing(Unit unit) {
    return openings.declare(
        new Openings.Subject("平台落地奖励", "二（一）", "平台", unit.id(), 2023, unit.id(), unit.id()),
        unit.applicant());
  }

  /// A digital workshop under the platform, which may have 50万元.
  Claim workshop(Unit unit, int number) {
    var code = unit.id() + "-W" + number;
    state(
        "企业项目",
        code,
        unit.id(),
        null,
        Map.of(
            "类型", "数字化车间",
            "应用企业", "企业" + code,
            "项目验收", "true",
            "已认定", "true",
            "验收日期", "2023-05-06"));
    return openings.declare(
        new Openings.Subject("数字化车间奖励", "四（三）", "企业项目", code, 2023, unit.id(), unit.id()),
        unit.applicant());
  }

  /// A platform for a cluster, before the experts who were drawn for it.
  Claim inExpertReview(Unit unit) {
    var code = "Q" + unit.id();
    state(
        "集群专业平台",
        code,
        unit.id(),
        null,
        Map.of("集群", "智能家居", "建设方案论证", "true", "论证日期", "2023-05-06"));
    var claim =
        openings.declare(
            new Openings.Subject("集群专业平台奖励", "三", "集群专业平台", code, 2023, unit.id(), unit.id()),
            unit.applicant());
    return ready(unit, claim);
  }

  /// Submitted and through every step before the decision, or before the experts.
  Claim ready(Unit unit, Claim claim) {
    proceedings.submit(claim.id(), unit.account(), unit.applicant());
    proceedings.act(claim.id(), "受理", clerk, "");
    proceedings.act(claim.id(), "通过", reviewer, "");
    verdicts.give(claim.id(), true, tax, "");
    verdicts.give(claim.id(), true, safety, "");
    if (claims.claim(claim.id()).step().equals("现场核查")) {
      verdicts.give(claim.id(), true, officer, "");
      verdicts.give(claim.id(), true, otherOfficer, "");
    }
    return claims.claim(claim.id());
  }

  /// Decided on its ceiling and noticed for as long as it takes.
  Claim noticed(Unit unit) {
    var claim = ready(unit, landing(unit));
    proceedings.decide(claim.id(), rooms.ceiling(claim), 2026, leader, "");
    notices.publish("公示", List.of(claim.id()), reviewer);
    clock.forward(Duration.ofDays(8));
    notices.closeDue();
    return claims.claim(claim.id());
  }

  /// A unit whose noticed claim somebody objected to.
  Unit noticedWithObjection(Objections.Objector who) {
    var unit = landed();
    var claim = ready(unit, landing(unit));
    proceedings.decide(claim.id(), rooms.ceiling(claim), 2026, leader, "");
    var notice = notices.publish("公示", List.of(claim.id()), reviewer);
    objections.file(notice.id(), claim.id(), who, "人员没有到位");
    return unit;
  }

  /// In a plan, its order not sent yet.
  Claim issued(Unit unit) {
    var claim = noticed(unit);
    proceedings.fund(claim.id(), 2026, finance);
    plans.issue("中工信〔2026〕" + claim.id() + "号", "合成资金下达计划", List.of(claim.id()), treasurer);
    return claims.claim(claim.id());
  }

  private void offices() {
    organisation("镇街甲", "镇街");
    organisation("镇街乙", "镇街");
    organisation("科室", "科室");
    organisation("财政局", "财政");
    organisation("税务局", "部门");
    organisation("应急局", "部门");
    organisation("审计所", "审计机构");
    organisation("专家组", "评审专家");
    for (var one :
        List.of(
            clerk,
            reviewer,
            officer,
            otherOfficer,
            handler,
            leader,
            otherLeader,
            supervisor,
            admin,
            finance,
            treasurer,
            cashier,
            recoverer,
            tax,
            safety,
            auditor)) {
      parties.add(one, HASH, START);
    }
    var experts = context.getBean(Experts.class);
    for (int i = 1; i <= 7; i++) {
      parties.add(person("expert" + i, "专家组", Role.EXPERT), HASH, START);
      experts.add("expert" + i, "智能制造");
    }
  }

  private void organisation(String name, String kind) {
    parties.add(new Organisation(name, kind, name, null, null));
  }

  static Person person(String id, String organisation, Role role) {
    return new Person(id, id, organisation, Set.of(role));
  }
}
