package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Keys;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// 计入: whose outside money counts for a row. Of a yearly entity every record of the key up to the
/// row's year, else the row's own record.
final class Outside {
  private final Evaluation evaluation;
  private final IdentityHashMap<Rule, Map<List<Long>, List<Scope>>> groups =
      new IdentityHashMap<>();

  Outside(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  List<Scope> records(Rule rule, Row row, List<Long> key) {
    if (!row.award().object().yearly()) {
      return List.of(row.scope());
    }
    var groups = this.groups.computeIfAbsent(rule, r -> group(r, row.award().object()));
    return groups.getOrDefault(key, List.of()).stream()
        .filter(record -> record.year() <= row.year())
        .toList();
  }

  private Map<List<Long>, List<Scope>> group(Rule rule, Entity entity) {
    var groups = new HashMap<List<Long>, List<Scope>>();
    var nowhere = new Scope(null, -1, 0, 0, Scope.Past.NONE);
    for (int row = 0; row < evaluation.facts().table(entity).size(); row++) {
      var scope = evaluation.enter(nowhere, entity, row);
      var keys = Keys.of(rule.keys(), scope, evaluation);
      if (keys.obstacle() == null) {
        groups.computeIfAbsent(keys.parts(), key -> new ArrayList<>()).add(scope);
      }
    }
    return groups;
  }
}
