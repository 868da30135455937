package duixian.policy.columns.plan;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a swift loop takes for granted of the columns that it reads, so that it need not ask row by
/// row: nothing is missing, no number is negative or so large that products leave a long, and every
/// row lies in the time of the policy. A run looks at the columns' bounds first.
public final class Assumptions {
  /// No number is greater; 11 billion yuan in fen.
  public static final long MOST = 1L << 40;

  private final Set<Column> columns = new LinkedHashSet<>();
  private final Set<Column> days = new LinkedHashSet<>();
  private final Set<Column> ascending = new LinkedHashSet<>();
  private final Set<Entity> years = new LinkedHashSet<>();

  private record Column(Entity owner, Field field) {}

  public void fact(Entity owner, Field field) {
    columns.add(new Column(owner, field));
  }

  /// The day that decides the year of a row.
  public void day(Entity owner, Field field) {
    days.add(new Column(owner, field));
  }

  /// Records stand in the order of this day.
  public void ascending(Entity owner, Field field) {
    ascending.add(new Column(owner, field));
  }

  /// The years of yearly records.
  public void years(Entity entity) {
    years.add(entity);
  }

  /// Whether they hold, for rows from `firstDay` to `lastDay` or `firstYear` to `lastYear`.
  public boolean hold(Facts facts, long firstDay, long lastDay, int firstYear, int lastYear) {
    return columns.stream().allMatch(column -> isWithin(facts, column, 0, MOST))
        && days.stream().allMatch(column -> isWithin(facts, column, firstDay, lastDay))
        && ascending.stream().allMatch(c -> facts.table(c.owner()).isAscending(c.field()))
        && years.stream().allMatch(entity -> isWithin(facts.table(entity), firstYear, lastYear));
  }

  private static boolean isWithin(Facts facts, Column column, long least, long most) {
    var table = facts.table(column.owner());
    return table.size() == 0
        || (table.least(column.field()) >= least && table.most(column.field()) <= most);
  }

  private static boolean isWithin(Table table, int first, int last) {
    var years = table.distinctYears();
    return years.length == 0 || (years[0] >= first && years[years.length - 1] <= last);
  }
}
