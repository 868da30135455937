package duixian.service.claim.matching;

import duixian.policy.eval.Allowances;
import duixian.policy.eval.Claimable;
import duixian.policy.eval.Explainer;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.service.claim.Claim;
import duixian.service.claim.Openings;
import duixian.service.database.Found;
import duixian.service.fact.FactStore;
import duixian.service.fact.UnitFacts;
import duixian.service.law.Laws;
import duixian.service.law.UsedFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds every measure against a unit: payable now, what is missing, or why not.
public class Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);
  private static final int BATCH = 50;

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

  private record Case(long id, String number, String step, Rivals.Claim on) {
    static Case of(ResultSet row) throws SQLException {
      var on = new Rivals.Claim(row.getString(4), row.getString(5), row.getInt(6));
      return new Case(row.getLong(1), row.getString(2), row.getString(3), on);
    }

    static Rivals.Claim on(Decision decision) {
      return new Rivals.Claim(decision.award().name(), decision.object(), decision.year());
    }
  }

  /// `open` are under way or done, at most one on each; what ended without a grant and was not
  /// asked for again takes no room from others.
  private record Cases(Map<Rivals.Claim, Case> open, Rivals rivals) {
    static Cases of(List<Case> all) {
      var open =
          all.stream()
              .filter(one -> !Claim.ENDED_WITHOUT_GRANT.contains(one.step()))
              .collect(Collectors.toMap(Case::on, one -> one));
      var ended =
          all.stream()
              .map(Case::on)
              .filter(on -> !open.containsKey(on))
              .collect(Collectors.toSet());
      return new Cases(open, ended.isEmpty() ? Rivals.ALL : new Rivals.Except(ended));
    }
  }

  /// How many cases were raised, and the roots that could not be judged.
  public record Raised(int count, List<Root> failed) {
    public Raised {
      failed = List.copyOf(failed);
    }
  }

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
  public Optional<Decision> explain(String unit, Rivals.Claim claim) {
    return explain(unit, claim, root -> cases(List.of(root.code())).rivals());
  }

  /// The same as a submission will say it, which others take nothing from.
  public Optional<Decision> explainByItself(String unit, Rivals.Claim claim) {
    return explain(unit, claim, _ -> Rivals.NONE);
  }

  private Optional<Decision> explain(
      String unit, Rivals.Claim claim, Function<Root, Rivals> rivals) {
    var run = laws.run(LocalDate.now(clock));
    return roots(unit).stream()
        .flatMap(root -> {
          var known = facts.unit(run.policy(), root.entity(), root.code(), facts.now());
          return Explainer.of(run, known, rivals.apply(root)).explain(claim.object()).stream();
        })
        .filter(decision -> Case.on(decision).equals(claim))
        .findFirst();
  }

  /// Raises a case for every payable award of the root whose facts are all measured or recognised;
  /// answers how many are new.
  public int raise(Root root) {
    return raise(root.entity(), List.of(root.code()));
  }

  /// The same for many roots at once, on every processor; a batch that fails is tried again root by
  /// root, so that one bad record keeps nobody else waiting.
  public Raised raise(List<Root> roots) {
    var raised = new AtomicInteger();
    var failed = new ConcurrentLinkedQueue<Root>();
    try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (var batch : batches(roots)) {
        workers.execute(() -> raised.addAndGet(raise(batch, failed)));
      }
    }
    return new Raised(raised.get(), List.copyOf(failed));
  }

  private int raise(List<Root> batch, Collection<Root> failed) {
    try {
      return raise(batch.getFirst().entity(), batch.stream().map(Root::code).toList());
    } catch (DataAccessException | IllegalArgumentException | IllegalStateException e) {
      if (batch.size() > 1) {
        return batch.stream().mapToInt(root -> raise(List.of(root), failed)).sum();
      }
      LOG.error("{} 没有匹配成功", batch.getFirst(), e);
      failed.addAll(batch);
      return 0;
    }
  }

  /// Neighbours of one entity, a few dozen at a time.
  private static List<List<Root>> batches(List<Root> roots) {
    var byEntity = roots.stream().collect(Collectors.groupingBy(Root::entity));
    return byEntity.values().stream()
        .flatMap(same ->
            IntStream.iterate(0, from -> from < same.size(), from -> from + BATCH)
                .mapToObj(from -> same.subList(from, Math.min(same.size(), from + BATCH))))
        .toList();
  }

  private int raise(String entity, List<String> codes) {
    var run = laws.run(LocalDate.now(clock));
    var known = facts.known(run.policy(), entity, codes, facts.now());
    var cases = cases(codes);
    var subjects = new ArrayList<List<Openings.Subject>>();
    known.forEach((code, unit) ->
        subjects.add(
            under(new Root(entity, code), run, unit, cases).stream()
                .filter(Matching::raisesItself)
                .map(Match::subject)
                .toList()));
    var units = units(subjects.stream().flatMap(List::stream).map(Openings.Subject::unit).toList());
    return subjects.stream()
        .map(of -> of.stream().filter(subject -> units.contains(subject.unit())).toList())
        .filter(of -> !of.isEmpty())
        .mapToInt(openings::raise)
        .sum();
  }

  private static boolean raisesItself(Match match) {
    return match.automatic()
        && match.number() == null
        && match.decision().outcome() instanceof Outcome.Payable(_, var ceiling, _)
        && ceiling.fen() > 0;
  }

  /// Every root record of the city.
  public List<Root> roots() {
    return entities(laws.inForce()).stream()
        .flatMap(entity -> facts.codes(entity).stream().map(code -> new Root(entity, code)))
        .toList();
  }

  private List<Match> under(Root root) {
    var run = laws.run(LocalDate.now(clock));
    var known = facts.known(run.policy(), root.entity(), root.code(), facts.now());
    return under(root, run, known, cases(List.of(root.code())));
  }

  private static List<Match> under(Root root, Run run, UnitFacts known, Cases cases) {
    var used = new IdentityHashMap<Award, Map<String, List<String>>>();
    return Allowances.of(run, known.facts(), cases.rivals()).stream()
        .filter(one ->
            one.decision().root().equals(root.code())
                && one.decision().award().object().root().name().equals(root.entity()))
        .map(one -> match(one, known, cases.open(), used))
        .toList();
  }

  private static Match match(
      Claimable one,
      UnitFacts known,
      Map<Rivals.Claim, Case> open,
      Map<Award, Map<String, List<String>>> used) {
    var decision = one.decision();
    var mine = open.get(Case.on(decision));
    // Asked of payable ones alone: the others raise nothing.
    var automatic =
        decision.outcome() instanceof Outcome.Payable
            && known.areIndependent(
                decision.object(), used.computeIfAbsent(decision.award(), UsedFacts::of));
    return new Match(
        decision,
        one.payee(),
        one.takes(),
        automatic,
        mine == null ? null : mine.id(),
        mine == null ? null : mine.number(),
        mine == null ? null : mine.step());
  }

  /// The cases under these roots.
  private Cases cases(List<String> roots) {
    return Cases.of(
        Found.all(
            jdbc.sql(
                    "SELECT id, number, step, award, object, year FROM claim"
                        + " WHERE root = ANY(:roots)")
                .param("roots", roots.toArray(String[]::new))
                .query((row, _) -> Case.of(row))));
  }

  /// Those of the names that are units here.
  private Set<String> units(List<String> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        Found.all(
            jdbc.sql("SELECT id FROM organisation WHERE id = ANY(:names)")
                .param("names", names.stream().distinct().toArray(String[]::new))
                .query(String.class)));
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
