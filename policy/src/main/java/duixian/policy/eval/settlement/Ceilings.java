package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Keys;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Award;
import duixian.policy.value.Rational;
import duixian.policy.value.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The running ceilings: which apply to a row, how much they leave, and what was taken.
final class Ceilings {
  private static final Value NOTHING = new Value.Amount(Rational.ZERO);

  private final Evaluation evaluation;
  private final Outside outside;
  private final List<List<Rule>> rules;
  private final Map<Demand.Bucket, Usage> usages = new HashMap<>();

  /// The rules that apply to a row, and what keeps others from being known.
  record Demands(List<Demand> known, @Nullable Value obstacle) {}

  Ceilings(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.outside = new Outside(evaluation);
    var run = evaluation.run();
    this.rules = run.policy().awards().stream().map(award -> Rule.of(award, run)).toList();
  }

  List<Rule> rules(Award award) {
    return rules.get(award.index());
  }

  Demands demands(Row row) {
    var known = new ArrayList<Demand>();
    var obstacles = new ArrayList<Value>();
    for (var rule : rules(row.award())) {
      var applies = applies(rule, row);
      if (!applies.equals(Value.FALSE)) {
        demand(rule, row, applies, known, obstacles);
      }
    }
    return new Demands(known, Value.obstacle(obstacles));
  }

  Value applies(Rule rule, Row row) {
    return rule.applies() == null ? Value.TRUE : evaluation.value(rule.applies(), row.scope());
  }

  /// What the rows of the same key have taken so far.
  Usage usage(Rule rule, List<Long> key) {
    return usages.computeIfAbsent(bucket(rule, key), bucket -> new Usage());
  }

  List<Scope> outside(Rule rule, Row row, List<Long> key) {
    return outside.records(rule, row, key);
  }

  /// Cuts in order; a rival then takes what is left from every rule.
  void take(Pending pending) {
    for (var demand : pending.demands()) {
      if (!demand.rule().proRata()) {
        var usage = demand.usage();
        var left = Math.max(0, Math.subtractExact(demand.room(), usage.used()));
        var fits = pending.amount() <= left;
        var kept = fits ? pending.amount() : demand.rule().refuses() ? 0 : left;
        pending.cut(demand, usage.used(), usage.count(), kept);
      }
    }
    for (var demand : pending.demands()) {
      if (!demand.rule().proRata() && pending.isRival()) {
        demand.usage().add(pending.row(), pending.amount());
      }
    }
  }

  private void demand(
      Rule rule, Row row, Value applies, List<Demand> known, List<Value> obstacles) {
    var keys = Keys.of(rule.keys(), row.scope(), evaluation);
    var limit = evaluation.value(rule.limit(), row.scope());
    var counted = keys.obstacle() == null ? counted(rule, row, keys.parts()) : List.<Scope>of();
    var outside = keys.obstacle() == null ? sum(rule, counted) : keys.obstacle();
    var obstacle = Value.obstacle(applies, outside, limit);
    if (obstacle != null) {
      obstacles.add(obstacle);
      return;
    }
    var others = amount(outside);
    try {
      var room = Math.max(0, Rounding.DOWN.fen(amount(limit).minus(others), 1));
      var bucket = bucket(rule, keys.parts());
      known.add(new Demand(rule, bucket, others, counted, room, usage(rule, keys.parts())));
    } catch (ArithmeticException tooLarge) {
      obstacles.add(
          Value.unusable(evaluation.wording().place(rule.limit(), row.scope()), "超出可以计算的金额"));
    }
  }

  private List<Scope> counted(Rule rule, Row row, List<Long> key) {
    return rule.outside() == null ? List.of() : outside(rule, row, key);
  }

  private Value sum(Rule rule, List<Scope> counted) {
    var expr = rule.outside();
    if (expr == null) {
      return NOTHING;
    }
    var values = counted.stream().map(scope -> evaluation.value(expr, scope)).toList();
    var obstacle = Value.obstacle(values);
    return obstacle != null
        ? obstacle
        : new Value.Amount(
            values.stream().map(Ceilings::amount).reduce(Rational.ZERO, Rational::plus));
  }

  private static Rational amount(Value value) {
    if (value instanceof Value.Amount(var number)) {
      return number;
    }
    throw new IllegalStateException("a limit must be an amount, was " + value);
  }

  private static Demand.Bucket bucket(Rule rule, List<Long> key) {
    return new Demand.Bucket(rule.award(), rule.index(), key);
  }
}
