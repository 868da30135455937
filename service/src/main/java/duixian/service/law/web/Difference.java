package duixian.service.law.web;

import duixian.service.law.web.PolicyPage.Change;
import java.util.ArrayList;
import java.util.List;

/// The lines that one of two texts has and the other has not, by their longest common subsequence.
final class Difference {
  private Difference() {}

  static List<Change> of(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var changes = new ArrayList<Change>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        changes.add(new Change("-", before.get(i++)));
      } else {
        changes.add(new Change("+", after.get(j++)));
      }
    }
    return changes;
  }
}
