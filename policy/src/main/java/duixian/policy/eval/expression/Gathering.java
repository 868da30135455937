package duixian.policy.eval.expression;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Expressions that look at several records: 计数, 合计, 首次, 最早.
final class Gathering {
  private final Evaluation evaluation;
  private final Memory memory;

  Gathering(Evaluation evaluation, Memory memory) {
    this.evaluation = evaluation;
    this.memory = memory;
  }

  Value aggregate(Expr.Aggregate expr, Scope scope) {
    return memory.steady(expr, scope, () -> gather(expr, scope));
  }

  /// The scopes of the records that an aggregate looks at, before its filter.
  List<Scope> candidates(Expr.Aggregate expr, Scope scope) {
    var children = expr.children();
    if (expr.up() < 0) {
      return IntStream.range(0, evaluation.table(children).size())
          .mapToObj(row -> evaluation.enter(scope, children, row))
          .toList();
    }
    var owner = Evaluation.entity(scope).ancestor(expr.up());
    var ownerRow = evaluation.records().ancestor(Evaluation.entity(scope), scope.row(), expr.up());
    var found = new ArrayList<Scope>();
    for (var row : evaluation.records().below(owner, ownerRow, children)) {
      if (!children.yearly() || evaluation.table(children).year(row) == scope.year()) {
        found.add(evaluation.enter(scope, children, row));
      }
    }
    return found;
  }

  private Value gather(Expr.Aggregate expr, Scope scope) {
    var obstacles = new ArrayList<Value>();
    var distinct = new HashSet<List<Value>>();
    var sum = Rational.ZERO;
    for (var child : candidates(expr, scope)) {
      var passes = expr.filter() == null ? Value.TRUE : evaluation.value(expr.filter(), child);
      if (passes.equals(Value.FALSE)) {
        continue;
      }
      var value = item(expr, child);
      var keys = expr.keys().stream().map(key -> evaluation.value(key, child)).toList();
      var all = new ArrayList<>(keys);
      all.add(passes);
      all.add(value);
      var obstacle = Value.obstacle(all);
      if (obstacle != null) {
        obstacles.add(obstacle);
      } else if (keys.isEmpty() || distinct.add(keys)) {
        sum = sum.plus(Numbers.number(value));
      }
    }
    var obstacle = Value.obstacle(obstacles);
    return obstacle != null ? obstacle : new Value.Amount(sum);
  }

  /// What one record adds.
  Value item(Expr.Aggregate expr, Scope child) {
    return expr.value() == null
        ? new Value.Amount(Rational.ONE)
        : evaluation.value(expr.value(), child);
  }

  /// The condition holds in this year; no earlier year of the same parent had it. An earlier year
  /// that may have had it leaves the answer open.
  Value first(Expr.First expr, Scope scope) {
    var now = evaluation.value(expr.condition(), scope);
    if (now.equals(Value.FALSE)) {
      return now;
    }
    var open = new ArrayList<Value>();
    open.add(now);
    for (var earlier : earlierYears(scope)) {
      var then =
          memory.steady(
              expr.condition(), earlier, () -> evaluation.value(expr.condition(), earlier));
      if (then.equals(Value.TRUE)) {
        return Value.FALSE;
      }
      open.add(then.equals(Value.FALSE) ? Value.TRUE : then);
    }
    var obstacle = Value.obstacle(open);
    return obstacle != null ? obstacle : now;
  }

  /// The records of the same parent in earlier years; without a parent, those of the same 标识.
  List<Scope> earlierYears(Scope scope) {
    var entity = Evaluation.entity(scope);
    var table = evaluation.table(entity);
    var found = new ArrayList<Scope>();
    for (var row : siblings(entity, scope.row())) {
      if (table.year(row) < table.year(scope.row())) {
        found.add(evaluation.enter(scope, entity, row));
      }
    }
    return found;
  }

  private int[] siblings(Entity entity, int row) {
    var parent = entity.parent();
    var records = evaluation.records();
    return parent == null
        ? records.namesakes(entity, row)
        : records.below(parent, evaluation.table(entity).parent(row), entity);
  }

  Value earliest(Expr.Earliest expr, Scope scope) {
    var key = key(expr, scope);
    var obstacle = Value.obstacle(key);
    if (obstacle != null) {
      return obstacle;
    }
    return lines(expr, scope).first(key, expr);
  }

  private Lines lines(Expr.Earliest expr, Scope scope) {
    if (!memory.parts().steady(expr)) {
      return queue(expr, scope);
    }
    var yearly = expr.entity().yearly();
    return memory.recall(
        Lines.class,
        expr,
        -1,
        yearly ? 0 : scope.year(),
        yearly ? 0 : scope.era(),
        () -> queue(expr, scope));
  }

  private Lines queue(Expr.Earliest expr, Scope scope) {
    var lines = new Lines(evaluation.table(expr.entity()));
    for (int row = 0; row < evaluation.table(expr.entity()).size(); row++) {
      var candidate = evaluation.enter(scope, expr.entity(), row);
      var key = key(expr, candidate);
      if (Value.obstacle(key) == null) {
        lines.add(key, row, evaluation.value(expr.condition(), candidate));
      }
    }
    return lines;
  }

  private List<Value> key(Expr.Earliest expr, Scope scope) {
    return expr.keys().stream().map(key -> evaluation.value(key, scope)).toList();
  }
}
