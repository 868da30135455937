package duixian.policy.cases;

import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.source.Diagnostic;
import duixian.policy.syntax.Statement;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Runs worked examples on the reference and on the columns; what does not come out is a diagnostic
/// at the expectation.
public final class CaseRunner {
  private CaseRunner() {}

  /// How many of the examples passed on both back ends; failures are added to `diagnostics`.
  public static int run(Policy policy, List<Statement> examples, List<Diagnostic> diagnostics) {
    var passed = 0;
    for (var example : examples) {
      var before = diagnostics.size();
      var one = CaseParser.parse(policy, example, diagnostics);
      var facts = one == null ? null : CaseFacts.build(policy, one, diagnostics);
      if (one != null && facts != null) {
        compare(one, reference(one.run(), facts), "", diagnostics);
      }
      passed += diagnostics.size() == before ? 1 : 0;
    }
    return passed;
  }

  private static List<CaseRow> reference(Run run, Facts facts) {
    return Evaluator.assess(run, facts).decisions().stream().map(CaseRunner::row).toList();
  }

  private static CaseRow row(Decision decision) {
    var outcome = decision.outcome();
    if (outcome instanceof Outcome.Payable(var figure, var ceiling, var cuts)) {
      return new CaseRow(
          decision.award().name(),
          decision.object(),
          decision.year(),
          outcome.word(),
          figure,
          ceiling,
          cuts.stream().map(Outcome.Cut::name).toList(),
          cuts.stream().map(Outcome.Cut::amount).toList());
    }
    return new CaseRow(
        decision.award().name(),
        decision.object(),
        decision.year(),
        outcome.word(),
        Money.ZERO,
        Money.ZERO,
        List.of(),
        List.of());
  }

  private static void compare(
      WorkedCase one, List<CaseRow> rows, String by, List<Diagnostic> diagnostics) {
    for (var expected : one.expected()) {
      var found = new ArrayList<CaseRow>();
      for (var row : rows) {
        if (row.award().equals(expected.award())
            && (expected.object() == null || expected.object().equals(row.object()))
            && (expected.year() == null || expected.year() == row.year())) {
          found.add(row);
        }
      }
      if (found.size() != 1) {
        var which = found.stream().map(r -> r.object() + " " + r.year() + "年").limit(5).toList();
        diagnostics.add(
            Diagnostic.error(
                expected.span(),
                "算例“"
                    + one.name()
                    + "”"
                    + by
                    + "："
                    + (found.isEmpty() ? "没有这一行结果" : "有 " + found.size() + " 行结果"),
                found.isEmpty() ? "检查对象和年度" : "写明是哪一行：" + String.join("；", which)));
        continue;
      }
      var row = found.getFirst();
      if (!meets(row, expected.outcome())) {
        diagnostics.add(
            Diagnostic.error(
                expected.span(),
                "算例“" + one.name() + "”" + by + "：得到 " + text(row),
                "核对规则和预期，按条文判断谁对"));
      }
    }
  }

  private static boolean meets(CaseRow row, WorkedCase.Outcome wanted) {
    return switch (wanted) {
      case WorkedCase.Outcome.State(var word) -> row.state().equals(word);
      case WorkedCase.Outcome.Grant(var ceiling, var cuts) ->
          row.state().equals("可兑现")
              && row.ceiling().equals(ceiling)
              && (cuts.isEmpty() || new HashSet<>(row.cuts()).equals(new HashSet<>(cuts)));
    };
  }

  private static String text(CaseRow row) {
    if (!row.state().equals("可兑现")) {
      return row.state();
    }
    return row.ceiling().text()
        + (row.cuts().isEmpty() ? "" : " 封顶 " + String.join("；", row.cuts()));
  }
}
