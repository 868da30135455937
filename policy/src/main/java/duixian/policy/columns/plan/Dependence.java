package duixian.policy.columns.plan;

import duixian.policy.model.Definition;
import duixian.policy.model.Expr;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a value changes with besides its record: the year of the row that is assessed, and the
/// epoch, the time between two dated revisions.
public record Dependence(boolean onYear, boolean onEpoch) {
  static final Dependence NONE = new Dependence(false, false);
  private static final Dependence YEAR = new Dependence(true, false);
  private static final Dependence EPOCH = new Dependence(false, true);

  public Dependence and(Dependence other) {
    return new Dependence(onYear || other.onYear, onEpoch || other.onEpoch);
  }

  /// A yearly record brings its own year, and is valued in the epoch of that.
  private Dependence on(boolean yearly) {
    return yearly ? NONE : this;
  }

  /// Finds dependences; a definition is looked into once.
  static final class Finder {
    private final Map<String, Boolean> yearly;
    private final IdentityHashMap<Definition, Dependence> definitions = new IdentityHashMap<>();

    /// `yearly`: which entities have a year of their own, which settles the year of a record.
    Finder(Map<String, Boolean> yearly) {
      this.yearly = new HashMap<>(yearly);
    }

    Dependence of(@Nullable Expr expr) {
      return switch (expr) {
        case null -> NONE;
        case Expr.Constant(var literal, _) -> literal.changes().isEmpty() ? NONE : EPOCH;
        case Expr.Defined e -> definition(e.definition());
        case Expr.Through e -> of(e.record()).and(of(e.member()).on(isYearly(e.record())));
        case Expr.First _ -> NONE;
        case Expr.Earliest e -> of(Children.of(e)).on(e.entity().yearly());
        case Expr.Aggregate e -> {
          if (e.children().yearly()) {
            yield e.up() < 0 ? NONE : YEAR;
          }
          yield of(Children.of(e));
        }
        default -> of(Children.of(expr));
      };
    }

    private Dependence definition(Definition definition) {
      var known = definitions.get(definition);
      if (known == null) {
        known = of(definition.value()).on(definition.entity().yearly());
        definitions.put(definition, known);
      }
      return known;
    }

    private Dependence of(List<Expr> parts) {
      var all = NONE;
      for (var part : parts) {
        all = all.and(of(part));
      }
      return all;
    }

    private boolean isYearly(Expr record) {
      return record.type() instanceof duixian.policy.model.Type.Reference(var entity)
          && yearly.getOrDefault(entity, false);
    }
  }
}
