package duixian.policy.columns.settle;

import duixian.policy.facts.Table;
import java.util.ArrayList;
import java.util.List;

/// The place of each record in the order of 标识 across several tables; the same 标识 in two tables has
/// one place. Empty for a single table whose records stand in order.
final class MergedRanks {
  private final List<Table> tables;

  MergedRanks(List<Table> tables) {
    this.tables = tables;
  }

  /// More than any rank.
  static long count(List<Table> tables) {
    return 1 + tables.stream().distinct().mapToLong(Table::size).sum();
  }

  /// By position in the list of tables, then row.
  int[][] ranks() {
    var distinct = new ArrayList<>(tables.stream().distinct().toList());
    var merged = distinct.size() == 1 ? List.of(distinct.getFirst().ranks()) : merge(distinct);
    return tables.stream().map(table -> merged.get(distinct.indexOf(table))).toArray(int[][]::new);
  }

  private static List<int[]> merge(List<Table> tables) {
    var inOrder = tables.stream().map(Table::inOrder).toList();
    var ranks = tables.stream().map(table -> new int[table.size()]).toList();
    var next = new int[tables.size()];
    var last = -1;
    var lastRow = -1;
    for (int rank = 0; ; rank++) {
      var least = -1;
      for (int i = 0; i < next.length; i++) {
        if (next[i] < inOrder.get(i).length
            && (least < 0 || isBefore(tables, inOrder, next, i, least))) {
          least = i;
        }
      }
      if (least < 0) {
        return ranks;
      }
      var row = inOrder.get(least)[next[least]++];
      if (last >= 0 && tables.get(least).compareIds(row, tables.get(last), lastRow) == 0) {
        rank--;
      }
      ranks.get(least)[row] = rank;
      last = least;
      lastRow = row;
    }
  }

  private static boolean isBefore(
      List<Table> tables, List<int[]> inOrder, int[] next, int a, int b) {
    var row = inOrder.get(a)[next[a]];
    return tables.get(a).compareIds(row, tables.get(b), inOrder.get(b)[next[b]]) < 0;
  }
}
