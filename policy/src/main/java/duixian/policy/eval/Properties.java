package duixian.policy.eval;

import duixian.policy.eval.claim.Row;
import duixian.policy.eval.explain.ExpressionTree;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Parts;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Settled;
import duixian.policy.eval.settlement.Settlement;
import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Property;
import duixian.policy.model.Run;
import duixian.policy.trace.Finding;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks every 核查 against the facts: on each record of its object, in each year in which an award
/// that it names was decided (without such: in every year of any decision). What an award grants to
/// a record is the sum over its rows on that record and below.
public final class Properties {
  private static final int SHOWN = 10;

  private final Evaluation evaluation;
  private final ExpressionTree trees;
  private final Scope.Past granted = new Granted();
  private final Map<Place, List<Settled>> rows = new HashMap<>();
  private final TreeSet<Integer> years = new TreeSet<>();

  private record Place(String award, Entity entity, int row, int year) {}

  private Properties(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.trees = new ExpressionTree(evaluation);
    for (var settled : Settlement.of(evaluation, Rivals.ALL)) {
      years.add(settled.row().year());
      enter(settled.row(), settled);
    }
  }

  /// In the order of the text.
  public static List<Finding> check(Run run, Facts facts) {
    if (run.policy().properties().isEmpty()) {
      return List.of();
    }
    var properties = new Properties(Evaluator.evaluation(run, facts));
    return run.policy().properties().stream().map(properties::finding).toList();
  }

  /// A row counts for its object and for every record above it.
  private void enter(Row row, Settled settled) {
    var object = row.award().object();
    var steps = object.stepsTo(object.root());
    for (int up = 0; up <= steps; up++) {
      var owner = evaluation.records().ancestor(object, row.object(), up);
      var place = new Place(row.award().name(), object.ancestor(up), owner, row.year());
      rows.computeIfAbsent(place, key -> new ArrayList<>()).add(settled);
    }
  }

  private Finding finding(Property property) {
    var held = 0;
    var failed = 0;
    var open = 0;
    var against = new ArrayList<Finding.Counterexample>();
    for (var scope : cases(property)) {
      switch (evaluation.value(property.claim(), scope)) {
        case Value.Flag(var holds) when holds -> held++;
        case Value.Known _ -> {
          if (failed++ < SHOWN) {
            against.add(counterexample(property, scope));
          }
        }
        case Value.Absent _, Value.Undecided _ -> open++;
      }
    }
    return new Finding(property, held, failed, open, against);
  }

  private Finding.Counterexample counterexample(Property property, Scope scope) {
    var object = evaluation.wording().record(property.object(), scope.row());
    return new Finding.Counterexample(object, scope.year(), trees.of(property.claim(), scope));
  }

  private List<Scope> cases(Property property) {
    var object = property.object();
    var awards = awards(property.claim());
    var cases = new ArrayList<Scope>();
    for (int row = 0; row < evaluation.facts().table(object).size(); row++) {
      for (var year : object.yearly() ? Set.of(table(object).year(row)) : years) {
        if (awards.isEmpty() || isDecided(awards, object, row, year)) {
          cases.add(new Scope(object, row, year, evaluation.eras().ofYear(year), granted));
        }
      }
    }
    return cases;
  }

  /// A property of awards says nothing where none of them was decided on.
  private boolean isDecided(Set<String> awards, Entity object, int row, int year) {
    return awards.stream().anyMatch(award -> rows.containsKey(new Place(award, object, row, year)));
  }

  private static Set<String> awards(Expr claim) {
    var granted = Parts.placed(Expr.Granted.class, claim).stream().map(at -> at.node().award());
    var cut = Parts.placed(Expr.WasCut.class, claim).stream().map(at -> at.node().award());
    return Stream.concat(granted, cut).collect(Collectors.toSet());
  }

  private Table table(Entity entity) {
    return evaluation.facts().table(entity);
  }

  /// What was granted, asked on a record in a year.
  private final class Granted implements Scope.Past {
    @Override
    public Value highest(Expr.HighestRewarded quantity) {
      return NONE.highest(quantity);
    }

    @Override
    public Value granted(String award, Scope scope) {
      var outcomes = outcomes(award, scope);
      var obstacle = obstacle(outcomes);
      return obstacle != null
          ? obstacle
          : new Value.Amount(
              outcomes.stream().map(Properties::ceiling).reduce(Rational.ZERO, Rational::plus));
    }

    @Override
    public Value wasCut(String award, Scope scope) {
      var outcomes = outcomes(award, scope);
      var obstacle = obstacle(outcomes);
      return obstacle != null
          ? obstacle
          : Value.flag(outcomes.stream().anyMatch(Properties::isCut));
    }
  }

  private List<Outcome> outcomes(String award, Scope scope) {
    var entity = Objects.requireNonNull(scope.entity());
    var place = new Place(award, entity, scope.row(), scope.year());
    return rows.getOrDefault(place, List.of()).stream().map(Settled::outcome).toList();
  }

  private static @Nullable Value obstacle(List<Outcome> outcomes) {
    return Value.obstacle(outcomes.stream().map(Properties::known).toList());
  }

  private static Value known(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable _, Outcome.Ineligible _ -> Value.TRUE;
      case Outcome.Lacking(var lacks, _, _) -> new Value.Absent(lacks, true);
      case Outcome.Undetermined(var parts) -> new Value.Undecided(parts);
    };
  }

  private static Rational ceiling(Outcome outcome) {
    return outcome instanceof Outcome.Payable(_, Money ceiling, _)
        ? ceiling.rational()
        : Rational.ZERO;
  }

  private static boolean isCut(Outcome outcome) {
    return outcome instanceof Outcome.Payable(_, _, var cuts) && !cuts.isEmpty();
  }
}
