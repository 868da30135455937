package duixian.service.demo;

import duixian.policy.trace.Outcome;
import duixian.service.calendar.Calendars;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Openings;
import duixian.service.claim.matching.Match;
import duixian.service.claim.matching.Matching;
import duixian.service.demo.Bookmark.Place;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

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

  private final DemoClock clock;
  private final Calendars calendars;
  private final Parties parties;
  private final Matching matching;
  private final Openings openings;
  private final Claims claims;
  private final Walk walk;
  private final Goals goals;
  private final Upkeep upkeep;
  private final Bookmark bookmark;

  Story(
      DemoClock clock,
      Calendars calendars,
      Parties parties,
      Matching matching,
      Openings openings,
      Claims claims,
      Walk walk,
      Goals goals,
      Upkeep upkeep,
      Bookmark bookmark) {
    this.clock = clock;
    this.calendars = calendars;
    this.parties = parties;
    this.matching = matching;
    this.openings = openings;
    this.claims = claims;
    this.walk = walk;
    this.goals = goals;
    this.upkeep = upkeep;
    this.bookmark = bookmark;
  }

  /// From where it was left; false when it was stopped before the end.
  boolean tell(BooleanSupplier stopped) {
    for (var round = bookmark.place().round(); round < ROUNDS.size(); round++) {
      tell(round, stopped);
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

  private void tell(int round, BooleanSupplier stopped) {
    clock.jumpTo(STARTS.get(round));
    if (bookmark.place().wave() == 0) {
      bookmark.tell(this::open, new Place(round, 1, 0));
    }
    var cases = cases(round);
    for (int wave = bookmark.place().wave(); wave <= WAVES; wave++) {
      clock.jumpTo(day(round, wave));
      for (int turn = bookmark.place().turn(); turn < cases.size(); turn++) {
        if (stopped.getAsBoolean()) {
          return;
        }
        var one = cases.get(turn);
        var place = new Place(round, wave, turn + 1);
        bookmark.tell(() -> goals.towards(one.claim(), one.goal()), place);
      }
      var next = wave < WAVES ? new Place(round, wave + 1, 0) : new Place(round + 1, 0, 0);
      bookmark.tell(() -> walk.publish(today()), next);
    }
  }

  /// Three working days from wave to wave, as long as the round lasts.
  private LocalDate day(int round, int wave) {
    var last = round + 1 < STARTS.size() ? STARTS.get(round + 1) : LAST;
    var day = STARTS.get(round);
    for (int i = 1; i < wave; i++) {
      var next = calendars.days().plus(day, 3);
      day = next.isBefore(last) ? next : day;
    }
    return day;
  }

  private void open() {
    candidates().stream()
        .limit(PER_ROUND)
        .forEach(match -> openings.declare(match.subject(), Cast.applicant(match.payee())));
  }

  private record Case(long claim, String goal) {}

  /// The round's cases, in the order in which they were opened.
  private List<Case> cases(int round) {
    var goals = ROUNDS.get(round);
    var ids = openedOn(STARTS.get(round));
    return IntStream.range(0, Math.min(ids.size(), PER_ROUND))
        .mapToObj(i -> new Case(ids.get(i), goals.get(i % goals.size())))
        .toList();
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
}
