package duixian.service.demo;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.night.Runs;
import duixian.service.claim.night.SelfRaising;
import duixian.service.evaluation.Evaluations;
import duixian.service.evaluation.Goal;
import duixian.service.fact.FactStore;
import duixian.service.fact.contest.Contests;
import duixian.service.party.Credits;
import duixian.service.party.Credits.CreditRecord;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// What stands beside the cases of the sample city: credit records, goals and their evaluation,
/// contested facts, and the runs of a few nights. Each part once, also after an interruption.
final class Upkeep {
  private static final int NIGHTS = 4;
  private static final LocalTime NIGHT = LocalTime.of(2, 30);
  private static final int EVALUATED = 8;
  private static final List<Integer> REACHED = List.of(120, 100, 84, 65, 40);
  private static final String FIELD = "实缴注册资金";

  private final DemoClock clock;
  private final Parties parties;
  private final Claims claims;
  private final Credits credits;
  private final Evaluations evaluations;
  private final FactStore facts;
  private final Contests contests;
  private final SelfRaising nights;
  private final Runs runs;
  private final TransactionTemplate whole;

  Upkeep(
      DemoClock clock,
      Parties parties,
      Claims claims,
      Credits credits,
      Evaluations evaluations,
      FactStore facts,
      Contests contests,
      SelfRaising nights,
      Runs runs,
      TransactionTemplate whole) {
    this.clock = clock;
    this.parties = parties;
    this.claims = claims;
    this.credits = credits;
    this.evaluations = evaluations;
    this.facts = facts;
    this.contests = contests;
    this.nights = nights;
    this.runs = runs;
    this.whole = whole;
  }

  /// The last nights before that day, and what the offices did by then.
  void keep(LocalDate day) {
    if (credits.all().isEmpty()) {
      credits.add(creditRecords(), who("reviewer1"));
    }
    var paid = claims.at("已拨付").stream().limit(EVALUATED).toList();
    for (int i = 0; i < paid.size(); i++) {
      var turn = i;
      whole.executeWithoutResult(_ -> evaluate(paid.get(turn), turn));
    }
    whole.executeWithoutResult(_ -> contest());
    for (int night = over(); night < NIGHTS; night++) {
      clock.jumpTo(
          day.minusDays(NIGHTS - 1L - night).atTime(NIGHT).atZone(clock.getZone()).toInstant());
      nights.nightly();
    }
  }

  /// Nights that came to their end; one that was cut short is held again.
  private int over() {
    return (int) runs.latest().stream().filter(run -> run.endedAt() != null).count();
  }

  private List<CreditRecord> creditRecords() {
    var records = new ArrayList<CreditRecord>();
    var units = parties.organisations("平台单位").stream().map(Organisation::id).toList();
    for (int i = 0; i < units.size(); i++) {
      var bad = i == units.size() - 1 || i == units.size() - 3;
      records.add(
          new CreditRecord(
              units.get(i),
              bad,
              bad ? "未按期公示年度报告（合成）" : "无失信记录（合成）",
              "公共信用信息平台（合成）",
              Story.BEGIN.plusDays(i)));
    }
    var cleared = units.get(units.size() - 3);
    records.add(
        new CreditRecord(cleared, false, "已移出异常名录（合成）", "公共信用信息平台（合成）", Story.END.minusDays(9)));
    return records;
  }

  private void evaluate(Claim claim, int turn) {
    var year = LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear();
    if (evaluations.goals(claim.id()).isEmpty()) {
      var reviewer = who("reviewer4");
      evaluations.set(claim.id(), "带动接入企业", "家", BigDecimal.valueOf(20), reviewer);
      evaluations.set(claim.id(), "新增工业产值", "万元", BigDecimal.valueOf(500), reviewer);
    }
    if (turn < REACHED.size() && evaluations.of(claim.id()).isEmpty()) {
      var reached =
          evaluations.goals(claim.id()).stream()
              .collect(Collectors.toMap(Goal::id, goal -> part(goal, REACHED.get(turn))));
      evaluations.report(claim.id(), year, reached, Cast.applicant(claim.unit()));
      if (turn > 0) {
        evaluations.confirm(claim.id(), year, "已核对报表和凭证（合成）", who("reviewer5"));
      }
    }
  }

  private static BigDecimal part(Goal goal, int percent) {
    return goal.target()
        .multiply(BigDecimal.valueOf(percent))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN);
  }

  /// Two units contest a figure; one contest is answered, the other waits.
  private void contest() {
    var units =
        parties.organisations("平台单位").stream()
            .filter(unit -> contests.of(unit.id()).isEmpty())
            .limit(2L - contested())
            .toList();
    for (var unit : units) {
      facts.history("平台", unit.id()).stream()
          .filter(stated -> stated.field().equals(FIELD) && stated.value() != null)
          .findFirst()
          .ifPresent(stated ->
              contests.file(
                  new Contests.About(
                      unit.id(), "平台", unit.id(), FIELD, String.valueOf(stated.value())),
                  "12000000",
                  "增资已经到位，验资报告见附件（合成）",
                  null,
                  Cast.applicant(unit.id()).id()));
    }
    if (contests.open().size() > 1) {
      contests.settle(
          contests.open().getFirst().id(), false, "验资报告的日期在认定日之后，本年度不改（合成）", "reviewer1");
    }
  }

  private long contested() {
    return parties.organisations("平台单位").stream()
        .filter(unit -> !contests.of(unit.id()).isEmpty())
        .count();
  }

  private Person who(String id) {
    return parties.person(id).orElseThrow();
  }
}
