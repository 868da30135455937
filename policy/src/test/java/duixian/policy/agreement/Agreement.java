package duixian.policy.agreement;

import duixian.policy.columns.AwardColumns;
import duixian.policy.columns.ColumnProgram;
import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One run both ways, row by row as text.
final class Agreement {
  private Agreement() {}

  static List<String> evaluated(Run run, Facts facts) {
    return Evaluator.assess(run, facts).decisions().stream().map(Agreement::text).toList();
  }

  static List<String> inColumns(ColumnProgram program, Run run, Facts facts, boolean explain) {
    var rows = new ArrayList<String>();
    for (var award : program.run(run, facts, explain).awards()) {
      for (int i = 0; i < award.size(); i++) {
        rows.add(text(award, facts, i, explain));
      }
    }
    return rows;
  }

  /// What a decision says without its cuts, which columns know only when they explain.
  static String withoutCuts(String row) {
    var brace = row.indexOf('{');
    return brace < 0 ? row : row.substring(0, brace);
  }

  private static String text(Decision decision) {
    var head = head(decision.award().name(), decision.object(), decision.year());
    return head
        + switch (decision.outcome()) {
          case Outcome.Payable(var figure, var ceiling, var cuts) -> {
            var byName = new TreeMap<String, Long>();
            cuts.forEach(cut -> byName.merge(cut.name(), cut.amount().fen(), Long::sum));
            yield "可兑现 " + figure.fen() + " " + ceiling.fen() + " " + byName;
          }
          case Outcome other -> other.word();
        };
  }

  private static String text(AwardColumns award, Facts facts, int i, boolean explain) {
    var table = facts.table(award.award().object());
    var head = head(award.award().name(), table.id(award.object(i)), award.year(i));
    return head
        + switch (award.state(i)) {
          case AwardColumns.PAYABLE ->
              "可兑现 " + award.figure(i) + " " + award.ceiling(i) + " " + cuts(award, i, explain);
          case AwardColumns.INELIGIBLE -> "不符合";
          case AwardColumns.LACKING -> "缺事实";
          default -> "待定";
        };
  }

  private static String cuts(AwardColumns award, int i, boolean explain) {
    var byName = new TreeMap<String, Long>();
    for (int ceiling = 0; explain && ceiling < award.ceilingNames().size(); ceiling++) {
      if (award.cut(ceiling, i) > 0) {
        byName.merge(award.ceilingNames().get(ceiling), award.cut(ceiling, i), Long::sum);
      }
    }
    return byName.toString();
  }

  private static String head(String award, String object, int year) {
    return award + " " + object + " " + year + " ";
  }
}
