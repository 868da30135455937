package duixian.policy.eval.explain;

import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Value;
import duixian.policy.eval.expression.Wording;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Settled;
import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Policy;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A decision as a tree: who and when, the conditions, the figure, what each ceiling left of it.
public final class RowTree {
  private static final Explanation.Basis DERIVED = new Explanation.Derived();

  private final Evaluation evaluation;
  private final ExpressionTree trees;
  private final CeilingTree ceilings;

  public RowTree(Evaluation evaluation, Rivals rivals) {
    this.evaluation = evaluation;
    this.trees = new ExpressionTree(evaluation);
    this.ceilings = new CeilingTree(evaluation, trees, rivals);
  }

  public Explanation of(Settled settled) {
    var row = settled.row();
    var award = row.award();
    var parts = new ArrayList<Explanation>();
    if (award.filter() != null) {
      parts.add(group("对象", "", List.of(trees.of(award.filter(), row.scope()))));
    }
    parts.add(day(row));
    if (!award.conditions().isEmpty()) {
      parts.add(
          group("条件", "", award.conditions().stream().map(c -> trees.of(c, row.scope())).toList()));
    }
    parts.addAll(consequence(settled));
    parts.addAll(readings(award));
    return new Explanation(
        award.name() + "：" + evaluation.wording().record(award.object(), row.object()),
        text(settled.outcome()),
        new Explanation.Clause(award.clause(), award.span().place()),
        parts);
  }

  private Explanation day(Row row) {
    var date = row.award().day();
    var parts =
        date == null || row.yearly()
            ? List.<Explanation>of()
            : List.of(trees.of(date, row.scope()));
    var text = row.day() == null ? "不能判断" : row.year() + "年（按" + Wording.day(row.day()) + "的条文）";
    return group("年度", text, parts);
  }

  private List<Explanation> consequence(Settled settled) {
    var row = settled.row();
    return switch (settled.outcome()) {
      case Outcome.Payable payable -> {
        var steps = settled.steps().stream().map(step -> ceilings.of(step, row));
        yield Stream.of(
                Stream.of(figure(row, payable.figure())),
                steps,
                Stream.of(group("核定上限", payable.ceiling().text(), List.of())))
            .flatMap(part -> part)
            .toList();
      }
      case Outcome.Ineligible(var reasons) ->
          reasons.stream().map(reason -> group("不予兑现的理由", reason, List.of())).toList();
      case Outcome.Lacking(var lacks, var least, var most) ->
          List.of(
              figure(row, null),
              group("缺少的事实", lacks.size() + "项", lacks.stream().map(RowTree::lack).toList()),
              group("补齐后可能兑现", range(least, most), List.of()));
      case Outcome.Undetermined(var undecided) ->
          List.of(
              figure(row, null),
              group(
                  "待定的部分",
                  undecided.size() + "项",
                  undecided.stream()
                      .map(part ->
                          new Explanation(part, "待定", new Explanation.Absent("条文没有规定"), List.of()))
                      .toList()));
    };
  }

  private Explanation figure(Row row, @Nullable Money rounded) {
    var amount = row.award().amount();
    var tree = trees.of(amount, row.scope());
    if (rounded != null
        && evaluation.value(amount, row.scope()) instanceof Value.Amount(var exact)
        && !exact.equals(rounded.rational())) {
      return group("额度", rounded.text(), List.of(tree, rounding(exact)));
    }
    return group("额度", rounded == null ? tree.value() : rounded.text(), List.of(tree));
  }

  private Explanation rounding(Rational exact) {
    var policy = evaluation.run().policy();
    return group(
        "取整：" + policy.rounding().word() + "到" + new Money(policy.unitFen()).text(),
        Wording.money(exact),
        List.of());
  }

  private static Explanation lack(Outcome.Lack lack) {
    return new Explanation(lack.fact(), "缺", new Explanation.Absent(lack.why()), List.of());
  }

  /// How the award's clause, and those of its caps, were read.
  private List<Explanation> readings(Award award) {
    var policy = evaluation.run().policy();
    var caps = policy.caps().stream().filter(cap -> cap.scope(award.index()) != null);
    return Stream.concat(award.readings().stream(), caps.map(Cap::readings).flatMap(List::stream))
        .distinct()
        .flatMap(name -> Stream.ofNullable(reading(policy, name)))
        .toList();
  }

  private @Nullable Explanation reading(Policy policy, String name) {
    var reading = policy.reading(name);
    if (reading == null) {
      return null;
    }
    var choice =
        reading.isSwitch()
            ? reading.choices().get(evaluation.run().choice(reading))
            : reading.decision();
    return new Explanation(
        "解释点：" + reading.question(), choice, new Explanation.ByReading(name, choice), List.of());
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable payable -> payable.word() + " 最高" + payable.ceiling().text();
      case Outcome.Lacking(_, var least, var most) -> outcome.word() + " " + range(least, most);
      case Outcome.Ineligible _, Outcome.Undetermined _ -> outcome.word();
    };
  }

  private static String range(@Nullable Money least, @Nullable Money most) {
    var from = least == null ? Money.ZERO : least;
    if (most == null) {
      return "不少于" + from.text() + "，没有上限";
    }
    return from.equals(most) ? from.text() : from.text() + "至" + most.text();
  }

  private static Explanation group(String label, String value, List<Explanation> parts) {
    return new Explanation(label, value, DERIVED, parts);
  }
}
