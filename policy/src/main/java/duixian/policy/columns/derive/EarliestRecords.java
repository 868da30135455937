package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.facts.Ranking;
import duixian.policy.facts.Table;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// 最早: of the records with equal keys that fulfil the condition, the first by year, first 日期 field
/// and 标识. A record whose condition is missing matters only when it stands before.
final class EarliestRecords {
  private static final long NONE = -1;

  /// Days of the years 0 to 9999 lie within ±2²².
  private static final int DAY_BITS = 23;

  private final Table table;
  private final @Nullable Field date;

  EarliestRecords(Expr.Earliest expr, Frame frame) {
    this.table = frame.facts().table(expr.entity());
    this.date =
        expr.entity().fields().stream()
            .filter(field -> field.type() instanceof Type.Day)
            .findFirst()
            .orElse(null);
  }

  /// `parts`: whether the condition holds, then the keys.
  void find(Cells cells, long[][] parts, int rank, int epoch) {
    var keys = new Keys(parts);
    var groups = new int[table.size()];
    for (int row = 0; row < groups.length; row++) {
      groups[row] = keys.state(row) == 0 ? keys.number(row) : Keys.NONE;
    }
    var found = found(groups, parts[0], keys.count());
    var cellOf = cells.cells(rank, epoch);
    for (int row = 0; row < groups.length; row++) {
      var result = groups[row] < 0 ? keys.state(row) : found[groups[row]];
      cells.values()[cellOf[row]] = result == NONE ? Cell.MISSING : result;
    }
  }

  private long[] found(int[] groups, long[] holds, int count) {
    var found = new long[count];
    Arrays.fill(found, NONE);
    for (var row : inOrder()) {
      var group = groups[row];
      if (group >= 0 && holds[row] != 0 && found[group] < 0) {
        if (Cell.isState(holds[row])) {
          found[group] = found[group] == NONE ? holds[row] : Math.max(found[group], holds[row]);
        } else if (found[group] == NONE) {
          found[group] = row;
        }
      }
    }
    return found;
  }

  private int[] inOrder() {
    var ranks = table.ranks();
    var keys = new long[table.size()];
    var idBits = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length);
    for (int row = 0; row < keys.length; row++) {
      var day = date == null ? Table.MISSING : table.value(date, row);
      var sooner = day == Table.MISSING ? (1L << DAY_BITS) - 1 : day + (1L << (DAY_BITS - 1));
      var when = (long) table.year(row) << DAY_BITS | sooner;
      keys[row] = when << idBits | (ranks.length == 0 ? row : ranks[row]);
    }
    return Ranking.ascending(keys);
  }
}
