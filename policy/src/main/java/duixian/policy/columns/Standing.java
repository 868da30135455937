package duixian.policy.columns;

import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Award;
import java.util.List;

/// Whether an award's rows may stand in the order of settlement, days aside: the loop itself finds
/// that these do not.
final class Standing {
  private Standing() {}

  /// Years need not ascend where no ceiling runs from year to year.
  static boolean isInOrder(Award award, Frame frame, List<Use> uses) {
    var shared = uses.stream().filter(use -> !use.unique()).toList();
    if (shared.isEmpty()) {
      return true;
    }
    var table = frame.facts().table(award.object());
    var dense = shared.stream().allMatch(use -> frame.space(use.space()).isDense());
    if (!dense || table.ranks().length != 0) {
      return false;
    }
    var yearly = shared.stream().allMatch(Use::isYearly);
    if (award.object().yearly()) {
      return yearly || isAscending(table.years());
    }
    return !award.rowPerYear() || yearly;
  }

  private static boolean isAscending(int[] years) {
    for (int row = 1; row < years.length; row++) {
      if (years[row] < years[row - 1]) {
        return false;
      }
    }
    return true;
  }
}
