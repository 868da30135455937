package duixian.policy.eval.settlement;

import duixian.policy.value.Rational;
import java.util.List;

/// A rule that applies to a row, with what it leaves at most: the limit less the outside money, in
/// whole fen and at least zero.
public record Demand(
    Rule rule, Bucket bucket, Rational limit, Rational outside, long room, Usage usage) {

  /// Which rows share a rule: the same rule and the same key.
  record Bucket(int award, int index, List<Long> key) {}
}
