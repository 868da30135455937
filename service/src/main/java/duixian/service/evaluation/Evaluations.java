package duixian.service.evaluation;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.database.Found;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The yearly evaluation of a paid claim: a reviewer sets the goals, the unit reports what was
/// reached, another reviewer confirms it and the grade follows. Throws Refusal.
public class Evaluations {
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Claims claims;
  private final AuditLog audit;

  Evaluations(JdbcClient jdbc, Clock clock, Claims claims, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.claims = claims;
    this.audit = audit;
  }

  /// A year of a claim; `rate` in percent and `grade` are null before it is confirmed.
  public record Evaluation(
      long claim,
      int year,
      Instant reportedAt,
      String reportedBy,
      @Nullable Instant confirmedAt,
      @Nullable String confirmedBy,
      @Nullable Integer rate,
      @Nullable String grade,
      @Nullable String opinion) {}

  /// What was reached of a goal in a year.
  public record Actual(long goal, int year, BigDecimal actual) {}

  public List<Goal> goals(long claim) {
    return Found.all(
        jdbc.sql("SELECT id, claim, name, unit, target FROM goal WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(Goal.class));
  }

  public List<Evaluation> of(long claim) {
    return Found.all(
        jdbc.sql("SELECT * FROM evaluation WHERE claim = :claim ORDER BY year")
            .param("claim", claim)
            .query(Evaluation.class));
  }

  public List<Actual> actuals(long claim) {
    return Found.all(
        jdbc.sql(
                "SELECT a.goal, a.year, a.actual FROM goal_actual a JOIN goal g ON g.id = a.goal"
                    + " WHERE g.claim = :claim ORDER BY a.year, a.goal")
            .param("claim", claim)
            .query(Actual.class));
  }

  /// A paid claim and how its evaluation of a year stands: `goals` counts them, `reported` and
  /// `grade` as far as it came.
  public record Standing(
      String number,
      String unit,
      String award,
      long granted,
      long goals,
      boolean reported,
      @Nullable String grade,
      @Nullable Integer rate) {}

  /// Newest first; of one unit unless `unit` is empty.
  public List<Standing> standings(int year, String unit, int most) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.number, o.name AS unit, c.award, c.granted,
                  (SELECT count(*) FROM goal g WHERE g.claim = c.id) AS goals,
                  e.claim IS NOT NULL AS reported, e.grade, e.rate
                FROM claim c JOIN organisation o ON o.id = c.unit
                LEFT JOIN evaluation e ON e.claim = c.id AND e.year = :year
                WHERE c.step = '已拨付' AND (:unit = '' OR c.unit = :unit)
                ORDER BY c.id DESC LIMIT :most
                """)
            .param("year", year)
            .param("unit", unit)
            .param("most", most)
            .query(Standing.class));
  }

  /// Paid claims that have goals and no confirmed evaluation of that year.
  public List<Claim> due(int year) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.* FROM claim c
                WHERE c.step = '已拨付' AND EXISTS (SELECT FROM goal g WHERE g.claim = c.id)
                  AND NOT EXISTS (SELECT FROM evaluation e WHERE e.claim = c.id AND e.year = :year
                    AND e.confirmed_at IS NOT NULL)
                ORDER BY c.id
                """)
            .param("year", year)
            .query(Claim.class));
  }

  /// A goal of a paid claim, or a paid claim that has none; `begun` once a year was reported.
  public record Set(
      long claim,
      String number,
      boolean begun,
      @Nullable String name,
      @Nullable BigDecimal target,
      @Nullable String unit) {}

  /// Newest claim first; of one payee unless `payee` is empty.
  public List<Set> everySet(String payee) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.id AS claim, c.number, g.name, g.target, g.unit,
                  EXISTS (SELECT FROM evaluation e WHERE e.claim = c.id) AS begun
                FROM claim c LEFT JOIN goal g ON g.claim = c.id
                WHERE c.step = '已拨付' AND (:payee = '' OR c.unit = :payee)
                ORDER BY c.id DESC, g.id
                """)
            .param("payee", payee)
            .query(Set.class));
  }

  /// All or none.
  @Transactional
  public void set(List<Goal> goals, Person by) {
    goals.forEach(goal -> set(goal.claim(), goal.name(), goal.unit(), goal.target(), by));
  }

  @Transactional
  public void set(long id, String name, String unit, BigDecimal target, Person by) {
    var claim = claims.claim(id);
    reviewer(by);
    if (name.isBlank() || unit.isBlank() || target.signum() <= 0) {
      throw new Refusal("绩效目标要写名称、单位和大于零的数");
    }
    if (!of(id).isEmpty()) {
      throw new Refusal("申报 " + claim.number() + " 已经开始评价，目标不能再改");
    }
    var added =
        jdbc.sql(
                """
                INSERT INTO goal (claim, name, unit, target, set_at, set_by)
                VALUES (:claim, :name, :unit, :target, :at, :by) ON CONFLICT DO NOTHING
                """)
            .param("claim", id)
            .param("name", name)
            .param("unit", unit)
            .param("target", target)
            .param("at", now())
            .param("by", by.id())
            .update();
    if (added == 0) {
      throw new Refusal("申报 " + claim.number() + " 已经设定过目标“" + name + "”，不能再改");
    }
    audit.record(
        new Act(
            by.id(),
            "设定绩效目标",
            claim.subject(),
            Map.of("goal", name, "target", target.toPlainString() + unit)));
  }

  /// The unit reports a year; again, until it is confirmed. Every goal needs its figure.
  @Transactional
  public void report(long id, int year, Map<Long, BigDecimal> reached, Person by) {
    var claim = claims.claim(id);
    if (!by.is(Role.APPLICANT) || !by.organisation().equals(claim.unit())) {
      throw new Refusal("绩效自评由受款单位填报");
    }
    if (claim.paidAt() == null || year > LocalDate.now(clock).getYear()) {
      throw new Refusal("拨付之后才能自评，且不能评以后的年度");
    }
    var goals = goals(id);
    if (goals.isEmpty() || goals.stream().anyMatch(goal -> !reached.containsKey(goal.id()))) {
      throw new Refusal("每个绩效目标都要填完成数");
    }
    if (reached.values().stream().anyMatch(actual -> actual.signum() < 0)) {
      throw new Refusal("完成数不能小于零");
    }
    var written =
        jdbc.sql(
                """
                INSERT INTO evaluation (claim, year, reported_at, reported_by)
                VALUES (:claim, :year, :at, :by)
                ON CONFLICT (claim, year) DO UPDATE SET reported_at = :at, reported_by = :by
                WHERE evaluation.confirmed_at IS NULL
                """)
            .param("claim", id)
            .param("year", year)
            .param("at", now())
            .param("by", by.id())
            .update();
    if (written == 0) {
      throw new Refusal(year + "年的绩效已经确认，不能再改");
    }
    goals.forEach(
        goal -> keep(goal, year, java.util.Objects.requireNonNull(reached.get(goal.id()))));
    audit.record(new Act(by.id(), "绩效自评", claim.subject(), Map.of("year", year)));
  }

  /// The grade follows from the figures; a reviewer answers for them.
  @Transactional
  public Grade confirm(long id, int year, String opinion, Person by) {
    var claim = claims.claim(id);
    reviewer(by);
    if (opinion.isBlank()) {
      throw new Refusal("确认绩效要写核实意见");
    }
    var rate = rate(id, year);
    var grade = Grade.of(rate);
    var confirmed =
        jdbc.sql(
                """
                UPDATE evaluation SET confirmed_at = :at, confirmed_by = :by, rate = :rate,
                  grade = :grade, opinion = :opinion
                WHERE claim = :claim AND year = :year AND confirmed_at IS NULL
                """)
            .param("at", now())
            .param("by", by.id())
            .param("rate", rate)
            .param("grade", grade.label())
            .param("opinion", opinion)
            .param("claim", id)
            .param("year", year)
            .update();
    if (confirmed == 0) {
      throw new Refusal(year + "年还没有自评，或已经确认");
    }
    audit.record(
        new Act(
            by.id(),
            "确认绩效",
            claim.subject(),
            Map.of("year", year, "rate", rate, "grade", grade.label())));
    return grade;
  }

  /// The mean completion of the goals in percent, each at most 100, rounded down.
  private int rate(long claim, int year) {
    var goals = goals(claim);
    var actuals = actuals(claim);
    var sum = BigDecimal.ZERO;
    for (var goal : goals) {
      var reached =
          actuals.stream()
              .filter(actual -> actual.goal() == goal.id() && actual.year() == year)
              .map(Actual::actual)
              .findFirst()
              .orElse(BigDecimal.ZERO);
      sum = sum.add(reached.multiply(FULL).divide(goal.target(), 6, RoundingMode.DOWN).min(FULL));
    }
    return goals.isEmpty()
        ? 0
        : sum.divide(BigDecimal.valueOf(goals.size()), 0, RoundingMode.DOWN).intValueExact();
  }

  private void keep(Goal goal, int year, BigDecimal actual) {
    jdbc.sql(
            "INSERT INTO goal_actual (goal, year, actual) VALUES (:goal, :year, :actual)"
                + " ON CONFLICT (goal, year) DO UPDATE SET actual = :actual")
        .param("goal", goal.id())
        .param("year", year)
        .param("actual", actual)
        .update();
  }

  private static void reviewer(Person by) {
    if (!by.is(Role.REVIEWER)) {
      throw new Refusal("绩效目标和评价由业务科室办理");
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
