package duixian.cli.check;

import duixian.policy.eval.expression.Parts;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The figures of an award that the text leaves to somebody: 待定.
public final class OpenFigures {
  private final Set<String> found = new LinkedHashSet<>();

  private OpenFigures() {}

  /// In the order of the text, as `what（由who确定）`.
  public static List<String> of(Award award) {
    var figures = new OpenFigures();
    expressions(award).forEach(figures::collect);
    return List.copyOf(figures.found);
  }

  private static List<Expr> expressions(Award award) {
    var expressions = new ArrayList<>(award.conditions());
    expressions.add(award.amount());
    award.limits().forEach(limit -> expressions.add(limit.amount()));
    return expressions;
  }

  private void collect(Expr expr) {
    if (expr instanceof Expr.Undecided(var who, var what, _, _)) {
      found.add(what + "（由" + who + "确定）");
    }
    if (expr instanceof Expr.Defined(_, var definition, _)) {
      collect(definition.value());
    }
    Parts.of(expr).forEach(this::collect);
  }
}
