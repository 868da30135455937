package duixian.policy.eval.explain;

import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Wording;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.eval.settlement.Step;
import duixian.policy.eval.settlement.Usage;
import duixian.policy.model.Expr;
import duixian.policy.trace.Explanation;
import duixian.policy.value.Money;
import java.util.ArrayList;
import java.util.List;

/// What a ceiling did to a row: the limit, the outside money, what its rivals had used before, what
/// is left.
final class CeilingTree {
  private static final int LISTED = 10;
  private static final Explanation.Basis DERIVED = new Explanation.Derived();

  private final Evaluation evaluation;
  private final ExpressionTree trees;
  private final Rivals rivals;

  CeilingTree(Evaluation evaluation, ExpressionTree trees, Rivals rivals) {
    this.evaluation = evaluation;
    this.trees = trees;
    this.rivals = rivals;
  }

  Explanation of(Step step, Row row) {
    var rule = step.demand().rule();
    var parts = new ArrayList<Explanation>();
    parts.add(trees.of(rule.limit(), row.scope()));
    if (rule.applies() != null) {
      parts.add(trees.of(rule.applies(), row.scope()));
    }
    if (rule.outside() != null) {
      parts.add(outside(step, rule.outside()));
    }
    if (hasRivals()) {
      parts.add(rule.proRata() ? asked(step) : used(step));
    }
    var cut = step.cut() == 0 ? "" : new Money(step.cut()).text();
    return new Explanation(
        rule.name(),
        new Money(step.after()).text(),
        new Explanation.ByCap(rule.name(), hasRivals() ? new Money(step.used()).text() : "", cut),
        parts);
  }

  private boolean hasRivals() {
    return !(rivals instanceof Rivals.None);
  }

  private Explanation outside(Step step, Expr counted) {
    var records = step.demand().counted().stream().map(scope -> trees.of(counted, scope)).toList();
    return new Explanation("计入的其他资金", Wording.money(step.demand().outside()), DERIVED, records);
  }

  private static Explanation asked(Step step) {
    return new Explanation("本年同一额度内共申请", new Money(step.used()).text(), DERIVED, List.of());
  }

  /// The earlier rows that used the ceiling: the last of them by name, the others as one sum.
  private Explanation used(Step step) {
    var takes = step.earlier();
    var hidden = Math.max(0, takes.size() - LISTED);
    var parts = new ArrayList<Explanation>();
    if (hidden > 0) {
      var sum = takes.subList(0, hidden).stream().mapToLong(Usage.Take::fen).sum();
      parts.add(new Explanation("更早的" + hidden + "笔", new Money(sum).text(), DERIVED, List.of()));
    }
    takes.subList(hidden, takes.size()).forEach(take -> parts.add(take(take)));
    return new Explanation("次序在前的已用", new Money(step.used()).text(), DERIVED, parts);
  }

  private Explanation take(Usage.Take take) {
    var row = take.row();
    var record = evaluation.wording().record(row.award().object(), row.object());
    var year = row.award().object().yearly() ? "" : "（" + row.year() + "年）";
    var label = (take.fen() < 0 ? "按比例削减后退回：" : "") + row.award().name() + " " + record + year;
    return new Explanation(
        label,
        new Money(take.fen()).text(),
        new Explanation.Clause(row.award().clause(), row.award().span().place()),
        List.of());
  }
}
