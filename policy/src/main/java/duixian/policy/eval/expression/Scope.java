package duixian.policy.eval.expression;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import org.jspecify.annotations.Nullable;

/// Where an expression is read: a record, a year, the era of the law (see [Eras]) and the past that
/// the assessed row sees. `entity` is null and `row` -1 where there is no record (targets).
public record Scope(@Nullable Entity entity, int row, int year, int era, Past past) {

  /// What earlier decisions answer.
  public interface Past {
    /// Knows nothing: for expressions that ask for no earlier decision.
    Past NONE =
        new Past() {
          @Override
          public Value highest(Expr.HighestRewarded quantity) {
            return Value.absent(Wording.label(quantity), "此前没有获得奖励的记录");
          }

          @Override
          public Value granted(String award, Scope scope) {
            throw new IllegalStateException("only a property asks what " + award + " grants");
          }

          @Override
          public Value wasCut(String award, Scope scope) {
            throw new IllegalStateException("only a property asks whether " + award + " was cut");
          }
        };

    /// The greatest quantity that the assessed award rewarded in earlier years of the same root.
    Value highest(Expr.HighestRewarded quantity);

    Value granted(String award, Scope scope);

    Value wasCut(String award, Scope scope);
  }
}
