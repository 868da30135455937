package duixian.cli.read;

import duixian.policy.facts.TableBuilder;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first row of a sheet or CSV: which slot each column fills. A column without a name may hold
/// nothing.
final class Header {
  static final int NAMELESS = TableBuilder.UNKNOWN - 1;

  private Header() {}

  static int[] slots(List<String> names, TableBuilder table) {
    return names.stream().mapToInt(name -> name.isEmpty() ? NAMELESS : table.slot(name)).toArray();
  }

  /// The name that two columns share; null when none do.
  static @Nullable String repeated(List<String> names) {
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        return name;
      }
    }
    return null;
  }

  /// A spreadsheet's name of a column: 0 is A.
  static String letters(int column) {
    var above = column / 26;
    return (above == 0 ? "" : letters(above - 1)) + (char) ('A' + column % 26);
  }
}
