package duixian.service.claim.web.applicant;

import duixian.policy.trace.Outcome;
import duixian.service.claim.matching.Match;
import duixian.service.claim.matching.Matching;
import duixian.service.claim.web.applicant.MinePage.Card;
import duixian.service.claim.web.applicant.MinePage.Refused;
import duixian.service.law.Outcomes;
import duixian.service.party.BankAccounts;
import duixian.service.party.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Sorts what a unit can have into the groups of its page.
final class MineReading {
  private static final String WAITS_FOR_UNIT = "待确认";

  private final List<Card> confirm = new ArrayList<>();
  private final List<Card> payable = new ArrayList<>();
  private final List<Card> running = new ArrayList<>();
  private final List<Card> near = new ArrayList<>();
  private final List<Card> open = new ArrayList<>();
  private final LinkedHashMap<String, Refused> not = new LinkedHashMap<>();

  private MineReading() {}

  static MinePage of(Organisation unit, Matching matching, BankAccounts accounts) {
    var reading = new MineReading();
    matching.of(unit.id()).forEach(reading::add);
    return new MinePage(
        unit.name(),
        reading.confirm,
        reading.payable,
        reading.running,
        reading.near,
        reading.open,
        List.copyOf(reading.not.values()),
        accounts.of(unit.id()));
  }

  private void add(Match match) {
    var card = card(match);
    if (WAITS_FOR_UNIT.equals(match.step())) {
      confirm.add(card);
      return;
    }
    if (match.claim() != null) {
      running.add(card);
      return;
    }
    switch (match.decision().outcome()) {
      case Outcome.Payable(_, var ceiling, _) -> {
        if (ceiling.fen() > 0) {
          payable.add(card);
        } else {
          refuse(card);
        }
      }
      case Outcome.Lacking _ -> near.add(card);
      case Outcome.Undetermined _ -> open.add(card);
      case Outcome.Ineligible _ -> refuse(card);
    }
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
