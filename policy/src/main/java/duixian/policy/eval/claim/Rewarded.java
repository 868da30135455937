package duixian.policy.eval.claim;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Parts;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.eval.expression.Wording;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// 历史最高: which quantities each award has rewarded, by root and year. It only ever grows, so what a
/// row saw can be asked again later.
public final class Rewarded {
  private final Evaluation evaluation;
  private final Map<Asked, List<Grant>> grants = new HashMap<>();
  private final Map<Integer, List<Parts.Placed<Expr.HighestRewarded>>> quantities = new HashMap<>();

  private record Asked(int award, int node, int root) {}

  private record Grant(int year, Value.Amount quantity) {}

  public Rewarded(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /// What a row of that root and year may look back on.
  Scope.Past past(Award award, int root, int year) {
    return new Scope.Past() {
      @Override
      public Value highest(Expr.HighestRewarded quantity) {
        return Rewarded.this.highest(award, root, year, quantity);
      }

      @Override
      public Value granted(String other, Scope scope) {
        return NONE.granted(other, scope);
      }

      @Override
      public Value wasCut(String other, Scope scope) {
        return NONE.wasCut(other, scope);
      }
    };
  }

  /// The row was granted more than zero.
  public void grant(Row row) {
    var nodes = quantities(row.award());
    for (int i = 0; i < nodes.size(); i++) {
      var scope = evaluation.up(row.scope(), nodes.get(i).up());
      if (evaluation.value(nodes.get(i).node().quantity(), scope) instanceof Value.Amount amount) {
        grants
            .computeIfAbsent(
                new Asked(row.award().index(), i, row.root()), key -> new ArrayList<>())
            .add(new Grant(row.year(), amount));
      }
    }
  }

  private Value highest(Award award, int root, int year, Expr.HighestRewarded quantity) {
    var nodes = quantities(award);
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).node().equals(quantity)) {
        var found = grants.getOrDefault(new Asked(award.index(), i, root), List.of());
        return found.stream()
            .filter(grant -> grant.year() < year)
            .map(Grant::quantity)
            .reduce((a, b) -> a.number().compareTo(b.number()) >= 0 ? a : b)
            .map(Value.class::cast)
            .orElseGet(() -> Value.absent(Wording.label(quantity), "此前没有获得奖励的记录"));
      }
    }
    throw new IllegalStateException(award.name() + " does not ask for " + Wording.label(quantity));
  }

  private List<Parts.Placed<Expr.HighestRewarded>> quantities(Award award) {
    return quantities.computeIfAbsent(
        award.index(),
        key ->
            Stream.of(
                    Stream.ofNullable(award.filter()),
                    award.conditions().stream(),
                    Stream.of(award.amount()),
                    award.limits().stream().map(Award.Limit::amount))
                .flatMap(exprs -> exprs)
                .flatMap(expr -> Parts.placed(Expr.HighestRewarded.class, expr).stream())
                .toList());
  }
}
