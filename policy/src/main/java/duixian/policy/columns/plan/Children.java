package duixian.policy.columns.plan;

import duixian.policy.model.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The expressions directly below an expression; what a definition is made of is not among them.
final class Children {
  private Children() {}

  static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.Constant _,
          Expr.Word _,
          Expr.Fact _,
          Expr.Owner _,
          Expr.Defined _,
          Expr.Chosen _,
          Expr.Undecided _,
          Expr.Conflict _,
          Expr.CalendarDay _,
          Expr.AssessmentDay _,
          Expr.Granted _,
          Expr.WasCut _ ->
          List.of();
      case Expr.Through e -> List.of(e.record(), e.member());
      case Expr.Arithmetic e -> List.of(e.left(), e.right());
      case Expr.Comparison e -> List.of(e.left(), e.right());
      case Expr.Logic e -> e.parts();
      case Expr.Not e -> List.of(e.part());
      case Expr.Fallback e -> e.parts();
      case Expr.Extreme e -> e.parts();
      case Expr.Choose e -> {
        var parts = new ArrayList<Expr>();
        for (var branch : e.branches()) {
          parts.add(branch.when());
          parts.add(branch.then());
        }
        add(parts, e.otherwise());
        yield parts;
      }
      case Expr.Aggregate e -> {
        var parts = new ArrayList<Expr>();
        add(parts, e.filter());
        add(parts, e.value());
        parts.addAll(e.keys());
        yield parts;
      }
      case Expr.First e -> List.of(e.condition());
      case Expr.Earliest e -> {
        var parts = new ArrayList<Expr>();
        parts.add(e.condition());
        parts.addAll(e.keys());
        yield parts;
      }
      case Expr.HighestRewarded e -> List.of(e.quantity());
      case Expr.Present e -> List.of(e.part());
    };
  }

  private static void add(List<Expr> parts, @Nullable Expr part) {
    if (part != null) {
      parts.add(part);
    }
  }
}
