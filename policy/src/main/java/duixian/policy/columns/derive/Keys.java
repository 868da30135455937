package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Numbering;

/// Numbers combinations of key values; column 0 of the parts is no key.
final class Keys {
  private final Numbering[] values;
  private final Numbering[] pairs;

  Keys(int count) {
    values = new Numbering[count];
    pairs = new Numbering[count];
    for (int i = 0; i < count; i++) {
      values[i] = new Numbering();
      pairs[i] = new Numbering();
    }
  }

  /// The state that stands in a key's place, 0 when every key is there.
  long state(long[][] parts, int row) {
    var state = 0L;
    for (int i = 1; i < parts.length; i++) {
      var value = parts[i][row];
      if (Cell.isState(value)) {
        state = state == 0 ? value : Math.max(state, value);
      }
    }
    return state;
  }

  int number(long[][] parts, int row) {
    var number = 0;
    for (int i = 0; i < values.length; i++) {
      var value = values[i].number(parts[i + 1][row]);
      number = pairs[i].number(((long) number << 32) | value);
    }
    return number;
  }

  int count() {
    return pairs.length == 0 ? 1 : pairs[pairs.length - 1].size();
  }
}
