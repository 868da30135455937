package duixian.policy.cases;

import duixian.policy.columns.ColumnProgram;
import duixian.policy.eval.Evaluator;
import duixian.policy.eval.Properties;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.trace.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs worked examples on the reference and on the columns, and the policy's 核查 on their facts.
///
/// What does not come out is a diagnostic at the expectation; where the two back ends differ in any
/// row, one at the example.
public final class CaseRunner {
  private static final int SHOWN = 5;

  private final Policy policy;
  private final ColumnProgram columns;
  private final List<Diagnostic> diagnostics;

  private CaseRunner(Policy policy, List<Diagnostic> diagnostics) {
    this.policy = policy;
    this.columns = ColumnProgram.compile(policy);
    this.diagnostics = diagnostics;
  }

  /// How many of the examples passed; failures are added to `diagnostics`.
  public static int run(Policy policy, List<Statement> examples, List<Diagnostic> diagnostics) {
    var runner = new CaseRunner(policy, diagnostics);
    return (int) examples.stream().filter(runner::passes).count();
  }

  private boolean passes(Statement example) {
    var before = diagnostics.size();
    var one = CaseParser.parse(policy, example, diagnostics);
    var facts = one == null ? null : CaseFacts.build(policy, one, diagnostics);
    if (one != null && facts != null) {
      var rows = CaseRow.of(Evaluator.assess(one.run(), facts));
      compare(one, rows);
      agree(one, rows, facts);
      check(one, facts);
    }
    return diagnostics.size() == before;
  }

  private void agree(WorkedCase one, List<CaseRow> rows, Facts facts) {
    var fast = CaseRow.of(columns.run(one.run(), facts, true));
    if (!new HashSet<>(rows).equals(new HashSet<>(fast))) {
      var differing =
          rows.stream()
              .filter(row -> !fast.contains(row))
              .limit(SHOWN)
              .map(row -> row.award() + " " + row.object() + "：" + text(row))
              .collect(Collectors.joining("；"));
      error(one.span(), one, "两种算法不一致", "逐条算法得到 " + differing + "；请报告这个缺陷");
    }
  }

  private void check(WorkedCase one, Facts facts) {
    for (var finding : Properties.check(one.run(), facts)) {
      if (!finding.holds()) {
        var first = finding.against().getFirst();
        error(
            finding.property().span(),
            one,
            "核查“" + finding.property().name() + "”不成立：" + first.object() + " " + first.year() + "年",
            "改正规则，或改写这条核查");
      }
    }
  }

  private void compare(WorkedCase one, List<CaseRow> rows) {
    for (var expected : one.expected()) {
      var found = rows.stream().filter(row -> isMeant(row, expected)).toList();
      if (found.isEmpty()) {
        error(expected.span(), one, "没有这一行结果", "检查对象和年度");
      } else if (found.size() > 1) {
        var which =
            found.stream()
                .limit(SHOWN)
                .map(row -> row.object() + " " + row.year() + "年")
                .collect(Collectors.joining("；"));
        error(expected.span(), one, "有 " + found.size() + " 行结果", "写明是哪一行：" + which);
      } else if (!isMet(found.getFirst(), expected.outcome())) {
        error(expected.span(), one, "得到 " + text(found.getFirst()), "核对规则和预期，按条文判断谁对");
      }
    }
  }

  private static boolean isMeant(CaseRow row, WorkedCase.Expected expected) {
    return row.award().equals(expected.award())
        && (expected.object() == null || expected.object().equals(row.object()))
        && (expected.year() == null || expected.year() == row.year());
  }

  private static boolean isMet(CaseRow row, WorkedCase.Outcome wanted) {
    return switch (wanted) {
      case WorkedCase.Outcome.State(var word) -> row.state().equals(word);
      case WorkedCase.Outcome.Grant(var ceiling, var cuts) ->
          row.isPayable()
              && row.ceiling().equals(ceiling)
              && (cuts.isEmpty() || names(row).equals(new HashSet<>(cuts)));
    };
  }

  private static Set<String> names(CaseRow row) {
    return row.cuts().stream().map(Outcome.Cut::name).collect(Collectors.toSet());
  }

  private static String text(CaseRow row) {
    if (!row.isPayable()) {
      return row.state();
    }
    var cuts = row.cuts().isEmpty() ? "" : " 封顶 " + String.join("；", names(row));
    return row.ceiling().text() + cuts;
  }

  private void error(Span place, WorkedCase one, String message, String mend) {
    diagnostics.add(Diagnostic.error(place, "算例“" + one.name() + "”：" + message, mend));
  }
}
