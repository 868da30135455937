package duixian.policy.columns.pass;

import duixian.policy.model.Key;
import duixian.policy.model.Type;
import java.util.List;

/// Numbers the keys of a ceiling, quota or term from 0: by their place where they are dense, else
/// in the order in which they are met.
public final class KeySpace {
  private static final long DENSE = 1 << 22;

  private final long[] radices;
  private final Numbering[] numberings;
  private final boolean dense;
  private long count;

  private KeySpace(long[] radices, int rows) {
    this.radices = radices;
    this.count = 1;
    for (var radix : radices) {
      count = count > DENSE ? count : count * radix;
    }
    this.dense = count <= Math.min(DENSE, 4L * rows + (1 << 16));
    this.numberings = new Numbering[dense ? 0 : radices.length];
    for (int i = 0; i < numberings.length; i++) {
      numberings[i] = new Numbering();
    }
  }

  /// `keys` are the key lists of all awards that share the numbering, of equal length.
  public static KeySpace of(List<List<Key>> keys, Frame frame) {
    var radices = new long[keys.isEmpty() ? 0 : keys.getFirst().size()];
    for (var list : keys) {
      for (int step = 0; step < radices.length; step++) {
        radices[step] = Math.max(radices[step], radix(list.get(step), frame));
      }
    }
    return new KeySpace(radices, frame.facts().size());
  }

  /// The number of a key so far, joined with its next part.
  public long join(int step, long number, long value) {
    var joined = number * radices[step] + value;
    return dense ? joined : numberings[step].number(joined);
  }

  /// How many numbers there are, at most.
  public int count() {
    return dense
        ? (int) count
        : numberings.length == 0 ? 1 : numberings[numberings.length - 1].size();
  }

  private static long radix(Key key, Frame frame) {
    return Math.max(
        1,
        switch (key) {
          case Key.Owner(_, var entity) -> frame.size(entity.index());
          case Key.Value(_, var field) ->
              field.type() instanceof Type.Choice(var words)
                  ? words.size()
                  : frame.facts().textCount();
          case Key.Year() -> frame.calendar().slots();
        });
  }
}
