package duixian.policy.cases;

import duixian.policy.columns.AwardColumns;
import duixian.policy.columns.ColumnResult;
import duixian.policy.trace.Assessment;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.util.ArrayList;
import java.util.List;

/// A row of either back end, as an expectation sees it. Amounts are zero unless the state is 可兑现.
record CaseRow(
    String award,
    String object,
    int year,
    String state,
    Money figure,
    Money ceiling,
    List<Outcome.Cut> cuts) {
  CaseRow {
    cuts = List.copyOf(cuts);
  }

  static List<CaseRow> of(Assessment assessment) {
    var rows = new ArrayList<CaseRow>();
    for (var decision : assessment.decisions()) {
      var payable = decision.outcome() instanceof Outcome.Payable found ? found : null;
      rows.add(
          new CaseRow(
              decision.award().name(),
              decision.object(),
              decision.year(),
              decision.outcome().word(),
              payable == null ? Money.ZERO : payable.figure(),
              payable == null ? Money.ZERO : payable.ceiling(),
              payable == null ? List.of() : payable.cuts()));
    }
    return rows;
  }

  static List<CaseRow> of(ColumnResult result) {
    var rows = new ArrayList<CaseRow>();
    for (var award : result.awards()) {
      var table = result.facts().table(award.award().object());
      for (int i = 0; i < award.size(); i++) {
        rows.add(
            new CaseRow(
                award.award().name(),
                table.id(award.object(i)),
                award.year(i),
                word(award.state(i)),
                new Money(award.figure(i)),
                new Money(award.ceiling(i)),
                cuts(award, i)));
      }
    }
    return rows;
  }

  boolean isPayable() {
    return state.equals("可兑现");
  }

  private static List<Outcome.Cut> cuts(AwardColumns award, int row) {
    var cuts = new ArrayList<Outcome.Cut>();
    for (int i = 0;
        award.state(row) == AwardColumns.PAYABLE && i < award.ceilingNames().size();
        i++) {
      if (award.cut(i, row) != 0) {
        cuts.add(new Outcome.Cut(award.ceilingNames().get(i), new Money(award.cut(i, row))));
      }
    }
    return cuts;
  }

  private static String word(byte state) {
    return switch (state) {
      case AwardColumns.PAYABLE -> "可兑现";
      case AwardColumns.INELIGIBLE -> "不符合";
      case AwardColumns.LACKING -> "缺事实";
      case AwardColumns.UNDETERMINED -> "待定";
      default -> throw new IllegalStateException("state must be one of four, was " + state);
    };
  }
}
