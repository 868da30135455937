package duixian.cli.check;

import duixian.policy.eval.expression.Parts;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import duixian.policy.model.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The figures of each award that the text leaves to somebody: 待定.
final class OpenFigures {
  private final Set<String> found = new LinkedHashSet<>();

  private OpenFigures() {}

  /// By award, in the order of the text; awards without open figures are left out.
  static Map<Award, Collection<String>> of(Policy policy) {
    var open = new LinkedHashMap<Award, Collection<String>>();
    for (var award : policy.awards()) {
      var figures = new OpenFigures();
      expressions(award).forEach(figures::collect);
      if (!figures.found.isEmpty()) {
        open.put(award, figures.found);
      }
    }
    return open;
  }

  private static List<Expr> expressions(Award award) {
    var expressions = new ArrayList<>(award.conditions());
    expressions.add(award.amount());
    award.limits().forEach(limit -> expressions.add(limit.amount()));
    return expressions;
  }

  private void collect(Expr expr) {
    if (expr instanceof Expr.Undecided(var who, var what, _, _)) {
      found.add(who + "：" + what);
    }
    if (expr instanceof Expr.Defined(_, var definition, _)) {
      collect(definition.value());
    }
    Parts.of(expr).forEach(this::collect);
  }
}
