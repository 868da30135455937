package duixian.policy.eval.claim;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a row is counted by.
public record Keys(List<Long> parts, @Nullable Value obstacle) {

  public static Keys of(List<Key> keys, Scope scope, Evaluation evaluation) {
    var parts = new ArrayList<Long>();
    var obstacles = new ArrayList<Value>();
    var entity = Objects.requireNonNull(scope.entity());
    for (var key : keys) {
      switch (key) {
        case Key.Year() -> parts.add((long) scope.year());
        case Key.Owner(var up, _) -> parts.add((long) row(evaluation, entity, scope, up));
        case Key.Value(var up, var field) -> {
          var owner = entity.ancestor(up);
          var row = row(evaluation, entity, scope, up);
          var stored = evaluation.facts().table(owner).value(field, row);
          parts.add(stored);
          if (stored == Table.MISSING) {
            obstacles.add(evaluation.wording().value(owner, row, field));
          }
        }
      }
    }
    return new Keys(List.copyOf(parts), Value.obstacle(obstacles));
  }

  public static List<Key> withoutYear(List<Key> keys) {
    return keys.stream().filter(key -> !(key instanceof Key.Year)).toList();
  }

  /// `每平台每年度`.
  public static String text(List<Key> keys) {
    return keys.stream().map(key -> "每" + key.text()).collect(Collectors.joining());
  }

  private static int row(Evaluation evaluation, Entity entity, Scope scope, int up) {
    return evaluation.records().ancestor(entity, scope.row(), up);
  }
}
