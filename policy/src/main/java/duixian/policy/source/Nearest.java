package duixian.policy.source;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The known name that a misspelt one most likely meant: fewest insertions, deletions and changes
/// of a character, at most half of the name.
public final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  public static @Nullable String to(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return null;
    }
    @Nullable String nearest = null;
    var least = Math.max(1, name.length() / 2) + 1;
    for (var candidate : known) {
      var distance = candidate.length() > LONGEST ? least : distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        var changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
