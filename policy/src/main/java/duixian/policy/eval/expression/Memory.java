package duixian.policy.eval.expression;

import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Values computed once per expression, record, year and era. Expressions are told apart by
/// identity: comparing whole trees would cost more than it saves.
final class Memory {
  private final IdentityHashMap<Expr, Map<Place, Object>> values = new IdentityHashMap<>();
  private final IdentityHashMap<Literal, Map<Integer, Value>> literals = new IdentityHashMap<>();
  private final Parts parts = new Parts();

  private record Place(int row, int year, int era) {}

  Parts parts() {
    return parts;
  }

  Value literal(Literal literal, int era, Supplier<Value> compute) {
    var byEra = literals.computeIfAbsent(literal, key -> new HashMap<>());
    var known = byEra.get(era);
    if (known == null) {
      known = compute.get();
      byEra.put(era, known);
    }
    return known;
  }

  /// Remembers the value unless it depends on earlier decisions.
  Value steady(Expr expr, Scope scope, Supplier<Value> compute) {
    return parts.steady(expr)
        ? recall(Value.class, expr, scope.row(), scope.year(), scope.era(), compute)
        : compute.get();
  }

  /// Remembers what is worked out for an expression at a place; `compute` may remember other things
  /// meanwhile.
  <T> T recall(Class<T> kind, Expr expr, int row, int year, int era, Supplier<T> compute) {
    var byPlace = values.computeIfAbsent(expr, key -> new HashMap<>());
    var place = new Place(row, year, era);
    var known = byPlace.get(place);
    if (known == null) {
      known = compute.get();
      byPlace.put(place, known);
    }
    return kind.cast(known);
  }
}
