package duixian.policy.eval.expression;

import duixian.policy.model.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/// What an expression is made of.
public final class Parts {
  private final IdentityHashMap<Expr, Boolean> steady = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Boolean> hedged = new IdentityHashMap<>();

  /// A node with the steps from the record on which the whole is read up to the record on which the
  /// node is.
  public record Placed<E extends Expr>(E node, int up) {}

  /// The expressions directly below; what a definition is made of is not among them.
  public static List<Expr> of(Expr expr) {
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
      case Expr.Through(var record, var member, _) -> List.of(record, member);
      case Expr.Arithmetic(_, var left, var right, _, _) -> List.of(left, right);
      case Expr.Comparison(_, var left, var right, _) -> List.of(left, right);
      case Expr.Logic(_, var parts, _) -> parts;
      case Expr.Not(var part, _) -> List.of(part);
      case Expr.Fallback(var parts, _, _) -> parts;
      case Expr.Extreme(_, var parts, _, _) -> parts;
      case Expr.Choose choose ->
          Stream.concat(
                  choose.branches().stream().flatMap(b -> Stream.of(b.when(), b.then())),
                  Stream.ofNullable(choose.otherwise()))
              .toList();
      case Expr.Aggregate aggregate ->
          Stream.of(
                  Stream.ofNullable(aggregate.value()),
                  Stream.ofNullable(aggregate.filter()),
                  aggregate.keys().stream())
              .flatMap(parts -> parts)
              .toList();
      case Expr.First(var condition, _) -> List.of(condition);
      case Expr.Earliest earliest ->
          Stream.concat(Stream.of(earliest.condition()), earliest.keys().stream()).toList();
      case Expr.HighestRewarded(var quantity, _) -> List.of(quantity);
      case Expr.Present(var part, _) -> List.of(part);
    };
  }

  /// The expression and everything below it; definitions are entered.
  public static Stream<Expr> within(Expr expr) {
    return Stream.concat(Stream.of(expr), inside(expr).stream().flatMap(Parts::within));
  }

  /// Whether the value depends on facts and choices alone, not on earlier decisions.
  boolean steady(Expr expr) {
    var known = steady.get(expr);
    if (known == null) {
      known = !asksThePast(expr) && inside(expr).stream().allMatch(this::steady);
      steady.put(expr, known);
    }
    return known;
  }

  /// Whether the value rests on a fact being absent (如没有则, 有): then it may change though it is
  /// known.
  boolean hedged(Expr expr) {
    var known = hedged.get(expr);
    if (known == null) {
      known =
          expr instanceof Expr.Fallback
              || expr instanceof Expr.Present
              || inside(expr).stream().anyMatch(this::hedged);
      hedged.put(expr, known);
    }
    return known;
  }

  private static boolean asksThePast(Expr expr) {
    return expr instanceof Expr.HighestRewarded
        || expr instanceof Expr.Granted
        || expr instanceof Expr.WasCut;
  }

  /// Like [#of], with what a definition is made of.
  private static List<Expr> inside(Expr expr) {
    return expr instanceof Expr.Defined defined ? List.of(defined.definition().value()) : of(expr);
  }

  /// Every node of a kind that is read on the record itself or an ancestor of it: definitions are
  /// entered, other records are not.
  public static <E extends Expr> List<Placed<E>> placed(Class<E> kind, Expr expr) {
    var found = new ArrayList<Placed<E>>();
    place(kind, expr, 0, found);
    return found;
  }

  private static <E extends Expr> void place(
      Class<E> kind, Expr expr, int up, List<Placed<E>> found) {
    if (kind.isInstance(expr)) {
      found.add(new Placed<>(kind.cast(expr), up));
    }
    if (expr instanceof Expr.Aggregate || expr instanceof Expr.Earliest) {
      return;
    }
    if (expr instanceof Expr.Through through) {
      place(kind, through.record(), up, found);
      return;
    }
    var steps = expr instanceof Expr.Defined defined ? defined.up() : 0;
    inside(expr).forEach(part -> place(kind, part, up + steps, found));
  }

  /// The yearly entities that an expression gathers from below the record or an ancestor: which
  /// years a record has that is not yearly itself.
  public static List<Placed<Expr.Aggregate>> yearly(List<Expr> exprs) {
    return exprs.stream()
        .flatMap(expr -> placed(Expr.Aggregate.class, expr).stream())
        .filter(placed -> placed.node().up() >= 0 && placed.node().children().yearly())
        .toList();
  }
}
