package duixian.policy.columns.pass;

import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 历史最高: the greatest quantity that earlier years rewarded, per root record; scaled, and exactly
/// where a scaled long does not hold it.
public final class Rewards {
  private final long[][] highest;
  private final long[] scales;
  private final List<Map<Integer, Rational>> exact = new ArrayList<>();

  /// For each kept quantity: how many roots there are, and the scale.
  public Rewards(int[] roots, long[] scales) {
    this.scales = scales;
    this.highest = new long[roots.length][];
    for (int i = 0; i < roots.length; i++) {
      highest[i] = new long[roots[i]];
      Arrays.fill(highest[i], Cell.MISSING);
      exact.add(new HashMap<>());
    }
  }

  public long[] highest(int index) {
    return highest[index];
  }

  /// Null before the first.
  public @Nullable Rational exactly(int index, int root) {
    var known = highest[index][root];
    if (known == Cell.EXACT) {
      return exact.get(index).get(root);
    }
    return known == Cell.MISSING ? null : Rational.of(known, scales[index]);
  }

  /// A grant rewarded this quantity, a scaled long.
  public void note(int index, int root, long quantity) {
    if (highest[index][root] == Cell.EXACT) {
      note(index, root, Rational.of(quantity, scales[index]));
    } else {
      highest[index][root] = Math.max(highest[index][root], quantity);
    }
  }

  public void note(int index, int root, Rational quantity) {
    var known = exactly(index, root);
    exact.get(index).put(root, known == null ? quantity : known.max(quantity));
    highest[index][root] = Cell.EXACT;
  }
}
