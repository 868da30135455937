package duixian.policy.eval;

import duixian.policy.eval.claim.Keys;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Settled;
import duixian.policy.eval.settlement.Settlement;
import duixian.policy.eval.settlement.Step;
import duixian.policy.facts.Facts;
import duixian.policy.model.Award;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Run;
import duixian.policy.model.Type;
import duixian.policy.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Judges every row and says of the payable ones what a grant takes from, so that grants can be
/// booked one by one on accounts.
public final class Allowances {
  private final Evaluation evaluation;

  private Allowances(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /// In the order of [Evaluator#assess].
  public static List<Claimable> of(Run run, Facts facts, Rivals rivals) {
    var evaluation = Evaluator.evaluation(run, facts);
    var allowances = new Allowances(evaluation);
    return Settlement.of(evaluation, rivals).stream()
        .map(settled ->
            new Claimable(
                Evaluator.decision(settled, facts, null),
                allowances.payee(settled.row()),
                allowances.of(settled)))
        .toList();
  }

  private String payee(Row row) {
    var payee = row.award().payee();
    var keys = Keys.of(List.of(payee), row.scope(), evaluation);
    if (keys.obstacle() != null) {
      return "";
    }
    var stored = keys.parts().getFirst();
    return switch (payee) {
      case Key.Owner(_, var entity) -> evaluation.facts().table(entity).id(stored.intValue());
      case Key.Value(_, var field) -> text(field.type(), stored);
      case Key.Year _ -> throw new IllegalStateException("a year is paid nothing");
    };
  }

  private List<Allowance> of(Settled settled) {
    if (!(settled.outcome() instanceof Outcome.Payable)) {
      return List.of();
    }
    var row = settled.row();
    var award = row.award();
    var takes = new ArrayList<Allowance>();
    settled.steps().forEach(step -> takes.add(ceiling(row, step)));
    var quota = award.quota();
    if (quota != null) {
      takes.add(places(row, "名额", quota.keys(), number(quota.places(), row)));
    }
    if (award.frequency() instanceof Award.Frequency.Once(var keys)) {
      takes.add(places(row, "一次性", keys, 1));
    }
    return takes;
  }

  private Allowance ceiling(Row row, Step step) {
    var rule = step.demand().rule();
    var name = rule.isCap() ? rule.name() : row.award().name() + "." + rule.name();
    return new Allowance(Allowance.Kind.FEN, name, key(rule.keys(), row), step.demand().room());
  }

  private Allowance places(Row row, String what, List<Key> keys, long most) {
    return new Allowance(
        Allowance.Kind.PLACES, row.award().name() + "." + what, key(keys, row), most);
  }

  private List<String> key(List<Key> keys, Row row) {
    var parts = Keys.of(keys, row.scope(), evaluation).parts();
    return Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
        .map(i -> part(keys.get(i), parts.get(i)))
        .toList();
  }

  private String part(Key key, long stored) {
    return switch (key) {
      case Key.Year _ -> stored + "年";
      case Key.Owner(_, var entity) ->
          entity.name() + " " + evaluation.facts().table(entity).id((int) stored);
      case Key.Value(_, var field) -> field.name() + " " + text(field.type(), stored);
    };
  }

  private String text(Type type, long stored) {
    return switch (type) {
      case Type.Choice(var words) -> words.get((int) stored);
      case Type.Reference _ -> evaluation.facts().text(stored);
      case Type.Amount _, Type.Flag _, Type.Day _ ->
          throw new IllegalStateException("a key is a name or a word, was " + type.text());
    };
  }

  private static long number(Literal literal, Row row) {
    var day = Objects.requireNonNull(row.day(), "only a dated row is payable");
    return literal.valueOn(day).numerator().longValueExact();
  }
}
