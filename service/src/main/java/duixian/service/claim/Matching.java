package duixian.service.claim;

import duixian.policy.eval.Allowances;
import duixian.policy.eval.Claimable;
import duixian.policy.eval.Explainer;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import duixian.policy.model.Policy;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import duixian.service.law.UsedFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds every measure against a unit: payable now, what is missing, or why not.
public class Matching {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;
  private final Openings openings;

  Matching(JdbcClient jdbc, Clock clock, Laws laws, FactStore facts, Openings openings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
    this.openings = openings;
  }

  private record Case(long id, String number, String step) {}

  /// A root record whose awards a unit receives.
  public record Root(String entity, String code) {}

  /// Everything for which the unit would be paid, in the order of the policy's text.
  public List<Match> of(String unit) {
    return roots(unit).stream()
        .flatMap(root -> under(root).stream())
        .filter(match -> match.payee().equals(unit))
        .toList();
  }

  /// The decision on one of them with its explanation; empty when there is no such row.
  public Optional<Decision> explain(String unit, String award, String object, int year) {
    var run = laws.run(LocalDate.now(clock));
    return roots(unit).stream()
        .flatMap(root ->
            Explainer.of(run, facts.unit(run.policy(), root.entity(), root.code(), facts.now()))
                .explain(object)
                .stream())
        .filter(decision -> decision.award().name().equals(award) && decision.year() == year)
        .findFirst();
  }

  /// Raises a case for every payable award of the root whose facts are all measured or recognised;
  /// answers how many are new.
  public int raise(Root root) {
    var raised = 0;
    for (var match : under(root)) {
      if (match.automatic()
          && match.number() == null
          && !match.payee().isEmpty()
          && match.decision().outcome() instanceof Outcome.Payable(_, var ceiling, _)
          && ceiling.fen() > 0
          && isUnit(match.payee())) {
        raised += openings.raise(match.subject()).isPresent() ? 1 : 0;
      }
    }
    return raised;
  }

  /// Every root record of the city.
  public List<Root> roots() {
    return entities(laws.inForce()).stream()
        .flatMap(entity -> facts.codes(entity).stream().map(code -> new Root(entity, code)))
        .toList();
  }

  private List<Match> under(Root root) {
    var run = laws.run(LocalDate.now(clock));
    var known = facts.unit(run.policy(), root.entity(), root.code(), facts.now());
    return Allowances.of(run, known).stream()
        .filter(one ->
            one.decision().root().equals(root.code())
                && one.decision().award().object().root().name().equals(root.entity()))
        .map(one -> match(root, one))
        .toList();
  }

  private Match match(Root root, Claimable one) {
    var decision = one.decision();
    var open = open(decision);
    return new Match(
        decision,
        one.payee(),
        one.takes(),
        isAutomatic(root, decision),
        open == null ? null : open.id(),
        open == null ? null : open.number(),
        open == null ? null : open.step());
  }

  /// Asked of payable ones alone: the others raise nothing.
  private boolean isAutomatic(Root root, Decision decision) {
    return decision.outcome() instanceof Outcome.Payable
        && facts.isIndependent(
            root.entity(), root.code(), decision.object(), UsedFacts.of(decision.award()));
  }

  private @Nullable Case open(Decision decision) {
    return jdbc.sql(
            """
            SELECT id, number, step FROM claim
            WHERE award = :award AND object = :object AND year = :year
              AND step NOT IN ('不予受理', '不予支持', '已撤回', '已追回')
            """)
        .param("award", decision.award().name())
        .param("object", decision.object())
        .param("year", decision.year())
        .query(Case.class)
        .optional()
        .orElse(null);
  }

  private boolean isUnit(String id) {
    return jdbc.sql("SELECT count(*) FROM organisation WHERE id = :id")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  /// The unit's own root records, and those that name it as payee.
  private Set<Root> roots(String unit) {
    var policy = laws.inForce();
    var own =
        entities(policy).stream()
            .filter(entity -> facts.isKnown(entity, unit))
            .map(entity -> new Root(entity, unit));
    var named =
        policy.awards().stream()
            .flatMap(award -> payeeField(award).stream())
            .distinct()
            .flatMap(field ->
                facts.rootsNaming(field.owner(), field.name(), unit).stream()
                    .map(code -> new Root(field.owner().root().name(), code)));
    return new LinkedHashSet<>(Stream.concat(own, named).toList());
  }

  private record PayeeField(Entity owner, String name) {}

  private static Optional<PayeeField> payeeField(Award award) {
    return switch (award.payee()) {
      case Key.Value(var up, var field) ->
          Optional.of(new PayeeField(award.object().ancestor(up), field.name()));
      case Key.Owner _, Key.Year _ -> Optional.empty();
    };
  }

  private static List<String> entities(Policy policy) {
    return policy.awards().stream().map(award -> award.object().root().name()).distinct().toList();
  }
}
