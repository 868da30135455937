package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Numbering;

/// Numbers combinations of key values; column 0 of the parts is no key. Codes, rows and words are
/// numbered by their place, anything else in the order in which it is met.
final class Keys {
  static final int NONE = -1;

  private final long[][] parts;
  private final long[] radices;
  private final long count;
  private final Numbering[] numberings;

  Keys(long[][] parts) {
    this.parts = parts;
    this.radices = new long[parts.length];
    var product = 1L;
    for (int part = 1; part < parts.length; part++) {
      radices[part] = radix(parts[part]);
      product = radices[part] == 0 || product == 0 ? 0 : limited(product, radices[part]);
    }
    this.count = product;
    this.numberings = new Numbering[isDense() ? 0 : 2 * parts.length];
    for (int i = 0; i < numberings.length; i++) {
      numberings[i] = new Numbering();
    }
  }

  /// More than any number so far.
  int count() {
    if (isDense()) {
      return (int) count;
    }
    return Math.max(1, numberings[numberings.length - 1].size());
  }

  /// The state that stands in a key's place, 0 when every key is there.
  long state(int row) {
    var state = 0L;
    for (int part = 1; part < parts.length; part++) {
      var value = parts[part][row];
      if (Cell.isState(value)) {
        state = state == 0 ? value : Math.max(state, value);
      }
    }
    return state;
  }

  /// The number of a record's key; every part of it must be there.
  int number(int row) {
    var number = 0L;
    for (int part = 1; part < parts.length; part++) {
      number =
          isDense()
              ? number * radices[part] + parts[part][row]
              : met(part, number, parts[part][row]);
    }
    return (int) number;
  }

  private int met(int part, long number, long value) {
    var met = numberings[2 * part].number(value);
    return numberings[2 * part + 1].number(number << Integer.SIZE | met);
  }

  /// Whether a number is a place.
  boolean isDense() {
    return count > 0;
  }

  /// More than any value; 0 when one is negative.
  private static long radix(long[] column) {
    var most = 0L;
    var least = 0L;
    for (var value : column) {
      if (!Cell.isState(value)) {
        most = Math.max(most, value);
        least = Math.min(least, value);
      }
    }
    return least < 0 || most == Long.MAX_VALUE ? 0 : most + 1;
  }

  /// 0 when there are too many combinations for their places.
  private long limited(long product, long radix) {
    var places = Math.multiplyHigh(product, radix) == 0 ? product * radix : 0;
    return places > 0 && places <= 4L * parts[0].length + (1 << 16) ? places : 0;
  }
}
