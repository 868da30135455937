package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Row;
import java.util.ArrayList;
import java.util.List;

/// What the rows of one key have taken from a rule so far. Takes are only ever added, so the first
/// `n` of them are what a row saw that came after them; what is given back is a negative take.
public final class Usage {
  private final List<Take> takes = new ArrayList<>();
  private long used;

  /// What a row took, in fen.
  public record Take(Row row, long fen) {}

  public List<Take> first(int count) {
    return takes.subList(0, count);
  }

  long used() {
    return used;
  }

  int count() {
    return takes.size();
  }

  void add(Row row, long fen) {
    if (fen != 0) {
      used = Math.addExact(used, fen);
      takes.add(new Take(row, fen));
    }
  }
}
