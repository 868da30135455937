package duixian.service.demo;

import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import duixian.service.calendar.Calendars;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Openings;
import duixian.service.claim.Proceedings;
import duixian.service.claim.matching.Match;
import duixian.service.claim.matching.Matching;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.payment.Payments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Half a year of the sample city: three rounds of claims, each claim led to where its goal says.
final class Story {
  static final LocalDate BEGIN = LocalDate.of(2026, 1, 5);
  static final LocalDate END = LocalDate.of(2026, 6, 30);

  /// The nights after it are kept for the record of nightly matching.
  private static final LocalDate LAST = LocalDate.of(2026, 6, 26);

  private static final int WAVES = 18;

  /// Goals of a round, dealt out in turn: a step, or an act that ends otherwise.
  private static final List<List<String>> ROUNDS =
      List.of(
          List.of("已拨付", "已拨付", "已拨付", "已追回", "已拨付", "不予支持", "已拨付", "退票"),
          List.of("拨付", "下达", "入库", "异议", "公示", "已拨付", "审定", "不予受理"),
          List.of("草稿", "受理", "补正", "补正后", "形式审查", "联合审查", "专家评审", "现场核查", "审定", "已撤回"));

  private static final List<LocalDate> STARTS =
      List.of(BEGIN, LocalDate.of(2026, 3, 23), LocalDate.of(2026, 5, 25));
  private static final int PER_ROUND = 18;
  private static final Set<String> UNANSWERED = Set.of("待发送", "已发送");

  private final DemoClock clock;
  private final Calendars calendars;
  private final Parties parties;
  private final Matching matching;
  private final Openings openings;
  private final Claims claims;
  private final Proceedings proceedings;
  private final Notices notices;
  private final Objections objections;
  private final Payments payments;
  private final Walk walk;
  private final Papers papers;
  private final Upkeep upkeep;

  Story(
      DemoClock clock,
      Calendars calendars,
      Parties parties,
      Matching matching,
      Openings openings,
      Claims claims,
      Proceedings proceedings,
      Notices notices,
      Objections objections,
      Payments payments,
      Walk walk,
      Papers papers,
      Upkeep upkeep) {
    this.clock = clock;
    this.calendars = calendars;
    this.parties = parties;
    this.matching = matching;
    this.openings = openings;
    this.claims = claims;
    this.proceedings = proceedings;
    this.notices = notices;
    this.objections = objections;
    this.payments = payments;
    this.walk = walk;
    this.papers = papers;
    this.upkeep = upkeep;
  }

  /// From where the clock stands; false when it was stopped before the end.
  boolean tell(BooleanSupplier stopped) {
    for (int round = 0; round < ROUNDS.size(); round++) {
      var last = round + 1 < STARTS.size() ? STARTS.get(round + 1) : LAST;
      if (today().isBefore(last)) {
        clock.jumpTo(STARTS.get(round));
        tell(round, last, stopped);
      }
      if (stopped.getAsBoolean()) {
        return false;
      }
    }
    upkeep.keep(END);
    clock.jumpTo(END);
    walk.decideSome();
    walk.publish(today());
    return true;
  }

  private void tell(int round, LocalDate last, BooleanSupplier stopped) {
    var cases = open(round);
    for (int wave = 0; wave < WAVES; wave++) {
      for (var one : cases.entrySet()) {
        if (stopped.getAsBoolean()) {
          return;
        }
        towards(one.getKey(), one.getValue());
      }
      walk.publish(today());
      var next = calendars.days().plus(today(), 3);
      if (next.isBefore(last)) {
        clock.jumpTo(next);
      }
    }
  }

  /// The round's cases and their goals, in the order in which they were opened; those that are
  /// missing are opened now.
  private Map<Long, String> open(int round) {
    var goals = ROUNDS.get(round);
    var ids = new ArrayList<>(openedOn(STARTS.get(round)));
    if (ids.size() < PER_ROUND) {
      candidates().stream()
          .limit(PER_ROUND - ids.size())
          .map(match -> openings.declare(match.subject(), Cast.applicant(match.payee())).id())
          .forEach(ids::add);
    }
    var cases = new LinkedHashMap<Long, String>();
    ids.forEach(id -> cases.put(id, goals.get(cases.size() % goals.size())));
    return cases;
  }

  private List<Long> openedOn(LocalDate day) {
    return parties.organisations("平台单位").stream()
        .flatMap(unit -> claims.ofUnit(unit.id()).stream())
        .filter(claim ->
            !claim.isMatched()
                && claim.openedAt().atZone(clock.getZone()).toLocalDate().equals(day))
        .map(Claim::id)
        .sorted()
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /// Payable and not claimed yet, dealt round the units so that each has some.
  private List<Match> candidates() {
    var byUnit =
        parties.organisations("平台单位").stream()
            .map(Organisation::id)
            .map(unit -> matching.of(unit).stream().filter(Story::isFree).toList())
            .toList();
    var most = byUnit.stream().mapToInt(List::size).max().orElse(0);
    var dealt = new ArrayList<Match>();
    for (int turn = 0; turn < most; turn++) {
      for (var matches : byUnit) {
        // Seven apart, so that a unit shows different awards.
        if (turn < matches.size()) {
          dealt.add(matches.get(turn * 7 % matches.size()));
        }
      }
    }
    return dealt.stream().distinct().toList();
  }

  private static boolean isFree(Match match) {
    return match.number() == null
        && !match.automatic()
        && match.decision().outcome() instanceof Outcome.Payable(_, var ceiling, _)
        && ceiling.fen() > 0;
  }

  private void towards(long id, String goal) {
    var claim = claims.claim(id);
    var step = claim.step();
    if (step.equals(goal) || step.equals("不予支持")) {
      return;
    }
    switch (goal + "|" + step) {
      case "补正|受理" -> proceedings.act(id, "要求补正", walk.clerk(claim), "缺少专项审计报告");
      case "补正后|受理" -> {
        if (claim.corrections() == 0) {
          proceedings.act(id, "要求补正", walk.clerk(claim), "缺少验收证明材料，请补充盖章的扫描件");
        }
      }
      case "补正后|补正" -> {
        papers.add(claim, "其他材料", "验收证明（补正）", "Acceptance certificate");
        walk.step(id);
      }
      case "不予受理|受理" -> proceedings.act(id, "不予受理", walk.clerk(claim), "不属于本政策的受理范围");
      case "已撤回|受理" -> proceedings.act(id, "撤回", Cast.applicant(claim.unit()), "材料需要重新整理");
      case "不予支持|形式审查" -> proceedings.act(id, "不予支持", walk.who("reviewer1"), "合同与发票不一致（合成）");
      case "已追回|已拨付" ->
          payments.recover(id, Money.yuan(1000), walk.who("finance4"), "绩效目标没有完成（合成）");
      case "异议|公示" -> object(id);
      case "退票|拨付" -> {
        if (UNANSWERED.contains(payments.of(id).getLast().state())) {
          walk.answer(id, "失败", "户名与账号不符");
        }
      }
      default -> {
        if (!isOver(step)) {
          walk.step(id);
        }
      }
    }
  }

  private void object(long id) {
    if (!objections.of(id).isEmpty()) {
      return;
    }
    for (var notice : notices.all()) {
      for (var line : notices.lines(notice.id())) {
        if (line.claim() == id) {
          objections.file(
              notice.id(),
              id,
              new Objections.Objector("合成市民", "13800000000"),
              "认为项目验收时间与事实不符（合成异议）");
          return;
        }
      }
    }
  }

  private static boolean isOver(String step) {
    return switch (step) {
      case "已拨付", "不予受理", "不予支持", "已撤回", "已追回" -> true;
      default -> false;
    };
  }
}
