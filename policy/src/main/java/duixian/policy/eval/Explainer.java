package duixian.policy.eval;

import duixian.policy.eval.explain.RowTree;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Settled;
import duixian.policy.eval.settlement.Settlement;
import duixian.policy.facts.Facts;
import duixian.policy.model.Award;
import duixian.policy.model.Run;
import duixian.policy.trace.Assessment;
import duixian.policy.trace.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A city settled once, ready to explain any claim of it. Safe for several threads, one at a time.
public final class Explainer {
  private final Evaluation evaluation;
  private final Facts facts;
  private final RowTree trees;
  private final List<Settled> settled;
  private final Map<Claim, Settled> claims = new HashMap<>();
  private final Map<String, List<Settled>> byObject = new HashMap<>();
  private final Map<String, List<Settled>> byRoot = new HashMap<>();

  private record Claim(int award, int object, int year) {}

  private Explainer(Evaluation evaluation, Rivals rivals) {
    this.evaluation = evaluation;
    this.facts = evaluation.facts();
    this.trees = new RowTree(evaluation, rivals);
    this.settled = Settlement.of(evaluation, rivals);
    for (var one : settled) {
      var row = one.row();
      var object = row.award().object();
      claims.put(new Claim(row.award().index(), row.object(), row.year()), one);
      add(byObject, facts.table(object).id(row.object()), one);
      add(byRoot, facts.table(object.root()).id(row.root()), one);
    }
  }

  /// Settles the whole city. Throws IllegalArgumentException when the facts were read for another
  /// policy.
  public static Explainer of(Run run, Facts facts) {
    return of(run, facts, Rivals.ALL);
  }

  /// The same with only some of the rows taking room from others.
  public static Explainer of(Run run, Facts facts, Rivals rivals) {
    return new Explainer(Evaluator.evaluation(run, facts), rivals);
  }

  /// Every decision, without explanations.
  public Assessment assessment() {
    return Evaluator.assessment(evaluation.run(), facts, settled);
  }

  /// The decision on one object in one year with its explanation; null when the award has no such
  /// row.
  public synchronized @Nullable Decision explain(Award award, int objectRow, int year) {
    var one = claims.get(new Claim(award.index(), objectRow, year));
    return one == null ? null : explain(one);
  }

  /// Every decision on the object with this 标识, in order of award and year; empty when there is
  /// none.
  public synchronized List<Decision> explain(String object) {
    return byObject.getOrDefault(object, List.of()).stream().map(this::explain).toList();
  }

  /// Every decision under the root (platform, park …) with this 标识, its children's included.
  public synchronized List<Decision> explainAllOf(String root) {
    return byRoot.getOrDefault(root, List.of()).stream().map(this::explain).toList();
  }

  private Decision explain(Settled one) {
    return Evaluator.decision(one, facts, trees.of(one));
  }

  private static void add(Map<String, List<Settled>> map, String id, Settled one) {
    map.computeIfAbsent(id, key -> new ArrayList<>()).add(one);
  }
}
