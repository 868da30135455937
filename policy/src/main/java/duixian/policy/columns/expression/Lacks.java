package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Cell;
import java.util.ArrayList;
import java.util.List;

/// What may be missing on an award's rows: bit n of a lack mask is the n-th name.
public final class Lacks {
  private final List<String> names = new ArrayList<>();

  public long bit(String name) {
    var index = names.indexOf(name);
    if (index < 0) {
      index = names.size();
      names.add(name);
    }
    return 1L << Math.min(index, Cell.LAST_LACK);
  }

  /// Facts that are there but cannot be computed with.
  public long unusable(String name) {
    return bit(name) | Cell.UNUSABLE_BIT;
  }

  public List<String> names() {
    return List.copyOf(names);
  }
}
