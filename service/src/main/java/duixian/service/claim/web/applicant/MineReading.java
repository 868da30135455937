package duixian.service.claim.web.applicant;

import duixian.policy.trace.Outcome;
import duixian.service.claim.matching.Match;
import duixian.service.claim.matching.Matching;
import duixian.service.claim.web.applicant.MinePage.Card;
import duixian.service.claim.web.applicant.MinePage.Group;
import duixian.service.claim.web.applicant.MinePage.Refused;
import duixian.service.claim.web.applicant.MinePage.Section;
import duixian.service.claim.web.applicant.MinePage.State;
import duixian.service.law.Outcomes;
import duixian.service.party.BankAccounts;
import duixian.service.party.Organisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sorts what a unit can have into the groups of its page.
final class MineReading {
  private static final String WAITS_FOR_UNIT = "待确认";
  private static final Comparator<Card> NEAREST =
      Comparator.comparingLong(Card::amount)
          .reversed()
          .thenComparingInt(card -> card.notes().size())
          .thenComparing(Comparator.comparingInt(Card::year).reversed())
          .thenComparing(Card::object);

  private final Map<State, List<Card>> cards = new EnumMap<>(State.class);
  private final List<Card> running = new ArrayList<>();
  private final LinkedHashMap<String, Refused> not = new LinkedHashMap<>();

  private MineReading() {}

  /// The first `size` of each state, or that page of one.
  static MinePage of(
      Organisation unit,
      Matching matching,
      BankAccounts accounts,
      @Nullable State only,
      int page,
      int size) {
    var reading = new MineReading();
    matching.of(unit.id()).forEach(reading::add);
    return new MinePage(
        unit.name(),
        reading.cards.entrySet().stream()
            .filter(entry -> only == null || only == entry.getKey())
            .map(entry -> section(entry.getKey(), entry.getValue(), page, size))
            .toList(),
        only == null ? reading.running : List.of(),
        only == null ? List.copyOf(reading.not.values()) : List.of(),
        accounts.of(unit.id()),
        only);
  }

  private static Section section(State state, List<Card> cards, int number, int size) {
    var ordered = groups(cards).stream().flatMap(group -> group.cards().stream()).toList();
    var pages = (ordered.size() + size - 1) / size;
    var page = Math.clamp(number, 1, pages);
    return new Section(
        state,
        groups(ordered.subList((page - 1) * size, Math.min(page * size, ordered.size()))),
        ordered.size(),
        sum(ordered),
        page,
        pages);
  }

  /// By measure: where most is to be had first, and what lacks the fewest facts.
  private static List<Group> groups(List<Card> cards) {
    return cards.stream()
        .collect(Collectors.groupingBy(Card::award, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(alike ->
            new Group(
                alike.getFirst().award(),
                alike.getFirst().clause(),
                alike.stream().sorted(NEAREST).toList(),
                sum(alike)))
        .sorted(
            Comparator.comparingLong(Group::sum)
                .reversed()
                .thenComparing(group -> group.cards().getFirst(), NEAREST))
        .toList();
  }

  private static long sum(List<Card> cards) {
    return cards.stream().mapToLong(Card::amount).sum();
  }

  private void add(Match match) {
    var card = card(match);
    if (WAITS_FOR_UNIT.equals(match.step())) {
      put(State.CONFIRM, card);
      return;
    }
    if (match.claim() != null) {
      running.add(card);
      return;
    }
    switch (match.decision().outcome()) {
      case Outcome.Payable(_, var ceiling, _) -> {
        if (ceiling.fen() > 0) {
          put(State.PAYABLE, card);
        } else {
          refuse(card);
        }
      }
      case Outcome.Lacking _ -> put(State.NEAR, card);
      case Outcome.Undetermined _ -> put(State.OPEN, card);
      case Outcome.Ineligible _ -> refuse(card);
    }
  }

  private void put(State state, Card card) {
    cards.computeIfAbsent(state, _ -> new ArrayList<>()).add(card);
  }

  private void refuse(Card card) {
    not.merge(
        card.award(),
        new Refused(card.award(), card.clause(), 1, card.notes()),
        (first, _) ->
            new Refused(first.award(), first.clause(), first.objects() + 1, first.reasons()));
  }

  private static Card card(Match match) {
    var decision = match.decision();
    return new Card(
        decision.award().name(),
        decision.award().clause(),
        decision.award().object().name(),
        decision.object(),
        decision.year(),
        Outcomes.ceiling(decision.outcome()),
        Outcomes.notes(decision.outcome()),
        match.claim(),
        match.number(),
        match.step());
  }
}
