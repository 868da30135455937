package duixian.policy.facts;

import duixian.policy.facts.text.TextPool;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The records of one entity, column by column; a row is its position, in the order in which it was
/// read.
///
/// Values are stored as [Field] says. `parents` are rows of the parent's table. `years` is 0 for an
/// entity that is not yearly. Immutable once built; arrays are shared with the column program and
/// never written.
public final class Table {
  /// A fact that was not supplied.
  public static final long MISSING = Long.MIN_VALUE;

  private final Entity entity;
  private final TextPool ids;
  private final int[] parents;
  private final int[] years;
  private final long[][] columns;
  private final Origin origin;
  private final int[] numbers;
  private volatile int @Nullable [] ranks;
  private volatile int @Nullable [] distinctYears;
  private final AtomicReferenceArray<long[]> bounds;

  Table(
      Entity entity,
      TextPool ids,
      int[] parents,
      int[] years,
      long[][] columns,
      Origin origin,
      int[] numbers) {
    this.entity = entity;
    this.ids = ids;
    this.parents = parents;
    this.years = years;
    this.columns = columns;
    this.origin = origin;
    this.numbers = numbers;
    this.bounds = new AtomicReferenceArray<>(columns.length);
  }

  public Entity entity() {
    return entity;
  }

  public int size() {
    return ids.size();
  }

  public String id(int row) {
    return ids.text(row);
  }

  /// Compares the 标识 of a record with that of another table's, in the order of code points.
  public int compareIds(int row, Table other, int otherRow) {
    return ids.compare(row, other.ids, otherRow);
  }

  /// The parent's row; -1 for an entity without a parent.
  public int parent(int row) {
    return parents.length == 0 ? -1 : parents[row];
  }

  public int year(int row) {
    return years.length == 0 ? 0 : years[row];
  }

  public long value(Field field, int row) {
    return columns[field.index()][row];
  }

  /// The column itself, for loops; not to be written.
  public long[] column(Field field) {
    return columns[field.index()];
  }

  /// The parent rows themselves, empty without a parent; not to be written.
  public int[] parents() {
    return parents;
  }

  /// The years themselves, empty when not yearly; not to be written.
  public int[] years() {
    return years;
  }

  /// The least value of a column, [#MISSING] when one is missing; of no records the greatest long.
  /// Worked out once.
  public long least(Field field) {
    return bounds(field.index())[0];
  }

  /// The greatest value of a column; of no records the least long.
  public long most(Field field) {
    return bounds(field.index())[1];
  }

  /// Whether no value of a column is less than one before it. Worked out once.
  public boolean isAscending(Field field) {
    return bounds(field.index())[2] == 1;
  }

  private long[] bounds(int index) {
    var known = bounds.get(index);
    if (known == null) {
      known = new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 1};
      for (var value : columns[index]) {
        known[0] = Math.min(known[0], value);
        known[2] = value < known[1] ? 0 : known[2];
        known[1] = Math.max(known[1], value);
      }
      bounds.set(index, known);
    }
    return known;
  }

  /// The place of each record in the order of 标识 (by code points); empty when they stand in it
  /// already. Worked out once.
  public int[] ranks() {
    var known = ranks;
    if (known == null) {
      known = Ranking.ranks(ids);
      ranks = known;
    }
    return known;
  }

  /// The row at each place of that order.
  public int[] inOrder() {
    var places = ranks();
    var rows = new int[size()];
    for (int row = 0; row < rows.length; row++) {
      rows[places.length == 0 ? row : places[row]] = row;
    }
    return rows;
  }

  /// The years that records have, ascending. Worked out once.
  public int[] distinctYears() {
    var known = distinctYears;
    if (known == null) {
      var seen = new BitSet();
      for (var year : years) {
        seen.set(year);
      }
      known = seen.stream().toArray();
      distinctYears = known;
    }
    return known;
  }

  /// Where the record was read, as [Origin] says it.
  public String origin(int row) {
    return origin.at(numbers[row]);
  }
}
