package duixian.service.target;

import duixian.policy.eval.expression.Parts;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which records the targets count, and which of their facts: a small part of what a city holds.
final class Counted {
  private final Policy policy;
  private final Map<String, Set<String>> fields = new LinkedHashMap<>();

  private Counted(Policy policy) {
    this.policy = policy;
  }

  /// Fields by entity. Days come with every record: they date it, and 最早 orders by them.
  static Map<String, Set<String>> of(Policy policy) {
    var counted = new Counted(policy);
    policy.targets().stream()
        .flatMap(target -> Stream.of(target.measure(), target.floor()))
        .flatMap(Parts::within)
        .forEach(counted::add);
    return counted.fields;
  }

  private void add(Expr expr) {
    if (expr.type() instanceof Type.Reference(var name)) {
      add(policy.entity(name));
    }
    if (expr instanceof Expr.Fact fact) {
      add(fact.owner());
      fields.getOrDefault(fact.owner().name(), new LinkedHashSet<>()).add(fact.field().name());
    } else if (expr instanceof Expr.Owner owner) {
      add(owner.owner());
    } else if (expr instanceof Expr.Aggregate aggregate) {
      add(aggregate.children());
    } else if (expr instanceof Expr.Earliest earliest) {
      add(earliest.entity());
    }
  }

  /// A record is read with those above it.
  private void add(@Nullable Entity entity) {
    if (entity != null && !fields.containsKey(entity.name())) {
      fields.put(
          entity.name(),
          entity.fields().stream()
              .filter(field -> field.type() instanceof Type.Day)
              .map(Field::name)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
      add(entity.parent());
    }
  }
}
