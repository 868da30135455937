package duixian.policy.resolve;

import duixian.policy.model.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an expression on a record that is not yearly depends on the year: it aggregates yearly
/// children.
public final class Yearliness {
  private Yearliness() {}

  public static boolean isYearly(@Nullable Expr expr) {
    return switch (expr) {
      case null -> false;
      case Expr.Aggregate aggregate -> aggregate.up() >= 0 && aggregate.children().yearly();
      case Expr.Defined defined -> defined.definition().yearly();
      case Expr.Through(var record, _, _) -> isYearly(record);
      case Expr.Arithmetic(_, var left, var right, _, _) -> isYearly(left) || isYearly(right);
      case Expr.Comparison(_, var left, var right, _) -> isYearly(left) || isYearly(right);
      case Expr.Logic(_, var parts, _) -> any(parts);
      case Expr.Not(var part, _) -> isYearly(part);
      case Expr.Fallback(var parts, _, _) -> any(parts);
      case Expr.Extreme(_, var parts, _, _) -> any(parts);
      case Expr.Choose(var branches, var otherwise, _, _) ->
          isYearly(otherwise)
              || branches.stream().anyMatch(b -> isYearly(b.when()) || isYearly(b.then()));
      case Expr.First(var condition, _) -> isYearly(condition);
      case Expr.HighestRewarded(var quantity, _) -> isYearly(quantity);
      case Expr.Present(var part, _) -> isYearly(part);
      case Expr.Earliest _,
          Expr.Constant _,
          Expr.Word _,
          Expr.Fact _,
          Expr.Owner _,
          Expr.Chosen _,
          Expr.Undecided _,
          Expr.Conflict _,
          Expr.AssessmentDay _,
          Expr.CalendarDay _,
          Expr.Granted _,
          Expr.WasCut _ ->
          false;
    };
  }

  private static boolean any(List<Expr> parts) {
    return parts.stream().anyMatch(Yearliness::isYearly);
  }
}
