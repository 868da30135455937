package duixian.policy.columns.pass;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Run;
import java.util.Arrays;

/// Everything that generated loops read: columns of facts, derived values, literals by epoch, the
/// run's choices, and what earlier years rewarded.
public final class Frame {
  private final Run run;
  private final Facts facts;
  private final Calendar calendar;
  private final long[][] derived;
  private final long[][] literals;
  private final long[] readings;
  private final Rewards rewards;
  private KeySpace[] spaces = new KeySpace[0];

  public Frame(
      Run run,
      Facts facts,
      Calendar calendar,
      int derived,
      long[][] literals,
      long[] readings,
      Rewards rewards) {
    this.run = run;
    this.facts = facts;
    this.calendar = calendar;
    this.derived = new long[derived][];
    this.literals = literals;
    this.readings = readings;
    this.rewards = rewards;
  }

  public Run run() {
    return run;
  }

  public Facts facts() {
    return facts;
  }

  public Calendar calendar() {
    return calendar;
  }

  public Table table(int entity) {
    return facts.tables().get(entity);
  }

  public int size(int entity) {
    return table(entity).size();
  }

  public long[] column(int entity, int field) {
    var table = table(entity);
    return table.column(table.entity().fields().get(field));
  }

  public int[] parents(int entity) {
    return table(entity).parents();
  }

  public int[] years(int entity) {
    return table(entity).years();
  }

  public long[] derived(int index) {
    return derived[index];
  }

  public void derived(int index, long[] cells) {
    derived[index] = cells;
  }

  public long[] literal(int index) {
    return literals[index];
  }

  public long reading(int index) {
    return readings[index];
  }

  /// The highest rewarded quantity per root record, [Cell#MISSING] before the first.
  public long[] rewarded(int index) {
    return rewards.highest(index);
  }

  public Rewards rewards() {
    return rewards;
  }

  public KeySpace space(int index) {
    return spaces[index];
  }

  public void spaces(KeySpace[] numberings) {
    spaces = numberings;
  }

  /// A row and its ancestors: `steps` parents up.
  public int ancestor(int entity, int row, int steps) {
    var at = table(entity);
    var current = row;
    for (int i = 0; i < steps; i++) {
      current = at.parent(current);
      at = facts.table(java.util.Objects.requireNonNull(at.entity().parent()));
    }
    return current;
  }

  static long[] filled(int size, long value) {
    var cells = new long[size];
    if (value != 0) {
      Arrays.fill(cells, value);
    }
    return cells;
  }
}
