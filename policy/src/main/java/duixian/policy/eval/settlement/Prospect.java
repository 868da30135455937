package duixian.policy.eval.settlement;

import duixian.policy.eval.bounds.Bounds;
import duixian.policy.eval.bounds.Possible;
import duixian.policy.eval.bounds.Possible.Between;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import duixian.policy.value.Rounding;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Between what a row may end up that lacks facts, given what came before it. Null is no bound.
public record Prospect(@Nullable Money least, @Nullable Money most) {
  private static final Prospect NOTHING = new Prospect(Money.ZERO, Money.ZERO);

  /// For a row that nothing but missing facts stands against; `sure` when they leave no doubt that
  /// its term, single grant and places are free. What rows before it lack is taken to stay missing.
  static Prospect of(
      Row row, boolean sure, Bounds bounds, Ceilings ceilings, Evaluation evaluation) {
    if (row.day() != null && row.order() instanceof Value.Known) {
      var prospect = at(row, true, bounds, ceilings, evaluation);
      return sure ? prospect : new Prospect(Money.ZERO, prospect.most);
    }
    var most = NOTHING.most;
    for (var scope : scopes(row, evaluation)) {
      var there = at(row.in(scope), false, bounds, ceilings, evaluation).most;
      most = most == null || there == null ? null : most.compareTo(there) >= 0 ? most : there;
    }
    return new Prospect(Money.ZERO, most);
  }

  /// A row without a day may fall into any year of the policy, before or after any revision.
  private static List<Scope> scopes(Row row, Evaluation evaluation) {
    if (row.day() != null) {
      return List.of(row.scope());
    }
    var policy = evaluation.run().policy();
    var at = row.scope();
    return IntStream.rangeClosed(policy.effective().getYear(), policy.expires().getYear())
        .boxed()
        .flatMap(year ->
            IntStream.range(0, evaluation.eras().count())
                .mapToObj(era -> new Scope(at.entity(), at.row(), year, era, at.past())))
        .toList();
  }

  private static Prospect at(
      Row row, boolean placed, Bounds bounds, Ceilings ceilings, Evaluation evaluation) {
    var conditions =
        Stream.concat(Stream.ofNullable(row.award().filter()), row.award().conditions().stream())
            .map(condition -> bounds.of(condition, row.scope()).truth())
            .toList();
    if (conditions.stream().anyMatch(condition -> !condition.mayHold())) {
      return NOTHING;
    }
    var grant = figure(bounds.of(row.award().amount(), row.scope()).numbers(), evaluation);
    for (var rule : ceilings.rules(row.award())) {
      grant = grant.under(new Room(rule, row, placed, bounds, ceilings, evaluation));
    }
    var sure = conditions.stream().noneMatch(Possible.Truth::mayFail);
    return sure ? grant : new Prospect(Money.ZERO, grant.most);
  }

  /// It pays nothing, whatever the facts: something else stands against it.
  static Prospect nothing() {
    return NOTHING;
  }

  private static Prospect figure(Between figure, Evaluation evaluation) {
    var policy = evaluation.run().policy();
    var least = fen(figure.least(), policy.rounding(), policy.unitFen());
    return new Prospect(
        least == null ? Money.ZERO : least,
        fen(figure.most(), policy.rounding(), policy.unitFen()));
  }

  static @Nullable Money fen(@Nullable Rational yuan, Rounding rounding, long unit) {
    if (yuan == null) {
      return null;
    }
    try {
      return yuan.signum() <= 0 ? Money.ZERO : new Money(rounding.fen(yuan, unit));
    } catch (ArithmeticException noLong) {
      return null;
    }
  }

  private Prospect under(Room room) {
    var applies = room.applies();
    if (!applies.mayHold()) {
      return this;
    }
    var smallest = room.least();
    var greatest = applies.mayFail() ? null : room.most();
    var capped = greatest == null ? most : most == null ? greatest : most.atMost(greatest);
    if (least == null || smallest == null) {
      return new Prospect(Money.ZERO, capped);
    }
    var mayBeRefused = room.rule().refuses() && (most == null || most.compareTo(smallest) > 0);
    return new Prospect(mayBeRefused ? Money.ZERO : least.atMost(smallest), capped);
  }
}
