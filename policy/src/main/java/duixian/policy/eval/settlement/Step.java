package duixian.policy.eval.settlement;

import java.util.List;

/// What a rule did to a row: `before` and `after` in fen. `used` is what others had taken before
/// the row; of a rule that cuts by the same fraction, what all rows of the key ask for together.
public record Step(Demand demand, long used, int takes, long before, long after) {
  public long cut() {
    return before - after;
  }

  /// The earlier rows that used it.
  public List<Usage.Take> earlier() {
    return demand.usage().first(takes);
  }
}
