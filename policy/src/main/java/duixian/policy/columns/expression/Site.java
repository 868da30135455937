package duixian.policy.columns.expression;

import duixian.policy.model.Entity;
import java.util.ArrayList;
import java.util.List;

/// Where an expression is evaluated: a record (its row and its ancestors' rows in locals), the rank
/// of the year and the epoch (locals).
public record Site(Entity entity, List<Integer> rows, int rank, int epoch) {
  /// The site of the record in local `row`. A yearly record brings its own year, else local `rank`
  /// holds that of the row that is assessed.
  public static Site at(Body body, Entity entity, int row, int rank, int epoch) {
    if (!entity.yearly()) {
      return dated(body, entity, row, rank, epoch);
    }
    var own = rankOf(body, entity, row);
    return dated(body, entity, row, own, epochOf(body, own));
  }

  /// The same, where local `rank` holds the record's own year already.
  public static Site dated(Body body, Entity entity, int row, int rank, int epoch) {
    var rows = new ArrayList<Integer>();
    rows.add(row);
    for (var child = entity; child.parent() != null; child = child.parent()) {
      var parents = body.ints("parents", child.index());
      var parent = body.newInt();
      body.code.aload(parents).iload(rows.getLast()).iaload().istore(parent);
      rows.add(parent);
    }
    return new Site(entity, rows, rank, epoch);
  }

  /// The same place seen from an ancestor.
  public Site up(Body body, int steps) {
    if (steps == 0) {
      return this;
    }
    var ancestor = entity.ancestor(steps);
    var rows = this.rows.subList(steps, this.rows.size());
    if (!ancestor.yearly()) {
      return new Site(ancestor, rows, rank, epoch);
    }
    var own = rankOf(body, ancestor, rows.getFirst());
    return new Site(ancestor, rows, own, epochOf(body, own));
  }

  private static int rankOf(Body body, Entity entity, int row) {
    var years = body.ints("years", entity.index());
    var rank = body.newInt();
    body.code.aload(body.calendar()).aload(years).iload(row).iaload();
    body.code.invokevirtual(Body.CALENDAR, "rank", Body.I_I).istore(rank);
    return rank;
  }

  private static int epochOf(Body body, int rank) {
    var epoch = body.newInt();
    body.code.aload(body.calendar()).iload(rank);
    body.code.invokevirtual(Body.CALENDAR, "epochOfRank", Body.I_I).istore(epoch);
    return epoch;
  }
}
