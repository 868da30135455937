package duixian.policy.columns.plan;

import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a derived value needs of every record of its site: first what the record contributes (or
/// whether it fulfils the condition), then its keys.
public final class Parts {
  private Parts() {}

  /// A value, 0 where the filter is false.
  public record Part(@Nullable Expr filter, Expr value) {
    public static Part of(Expr value) {
      return new Part(null, value);
    }
  }

  public static List<Part> of(Derived derived) {
    return switch (derived.expr()) {
      case Expr.Aggregate e -> with(new Part(e.filter(), contribution(e)), e.keys());
      case Expr.First e -> List.of(Part.of(e.condition()));
      case Expr.Earliest e -> with(Part.of(e.condition()), e.keys());
      default -> throw new IllegalArgumentException("not derived: " + derived.expr());
    };
  }

  private static Expr contribution(Expr.Aggregate e) {
    var value = e.value();
    if (value != null) {
      return value;
    }
    var one = new Literal("", Type.COUNT, Rational.ONE, "1", List.of(), null, e.span());
    return new Expr.Constant(one, e.span());
  }

  private static List<Part> with(Part first, List<Expr> keys) {
    var parts = new ArrayList<Part>();
    parts.add(first);
    keys.forEach(key -> parts.add(Part.of(key)));
    return parts;
  }
}
