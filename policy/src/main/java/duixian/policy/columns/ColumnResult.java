package duixian.policy.columns;

import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import java.util.List;

/// What a run of the columns answers: the rows of each award, in the order of the text.
public record ColumnResult(Run run, Facts facts, List<AwardColumns> awards) {
  public ColumnResult {
    awards = List.copyOf(awards);
  }

  /// All ceilings together, in fen. Throws ArithmeticException when no long holds it.
  public long total() {
    var total = 0L;
    for (var award : awards) {
      total = Math.addExact(total, award.total());
    }
    return total;
  }

  public int size() {
    return awards.stream().mapToInt(AwardColumns::size).sum();
  }
}
