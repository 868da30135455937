package duixian.policy.eval.settlement;

import duixian.policy.eval.expression.Scope;
import duixian.policy.value.Rational;
import java.util.List;

/// A rule that applies to a row, with what it leaves at most: the limit less the outside money, in
/// whole fen and at least zero. `counted` are the records whose outside money counts.
public record Demand(
    Rule rule, Bucket bucket, Rational outside, List<Scope> counted, long room, Usage usage) {

  /// Which rows share a rule: the same rule and the same key.
  record Bucket(int award, int index, List<Long> key) {}
}
