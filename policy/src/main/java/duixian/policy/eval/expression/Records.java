package duixian.policy.eval.expression;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The way up and down between records: ancestors, and children grouped once by each ancestor that
/// is asked for.
public final class Records {
  private final Facts facts;
  private final Map<Integer, int[][]> groups = new HashMap<>();
  private final Map<Integer, Map<String, int[]>> namesakes = new HashMap<>();

  public Records(Facts facts) {
    this.facts = facts;
  }

  public Facts facts() {
    return facts;
  }

  public Table table(Entity entity) {
    return facts.table(entity);
  }

  /// The row of the ancestor `steps` above.
  public int ancestor(Entity entity, int row, int steps) {
    var at = entity;
    var found = row;
    for (int i = 0; i < steps; i++) {
      found = facts.table(at).parent(found);
      at = Objects.requireNonNull(at.parent(), "no entity above " + at.name());
    }
    return found;
  }

  public int root(Entity entity, int row) {
    return ancestor(entity, row, entity.stepsTo(entity.root()));
  }

  /// The rows of `children` below a record, in the order in which they were read.
  public int[] below(Entity owner, int row, Entity children) {
    var group =
        groups.computeIfAbsent(
            owner.index() * 65_536 + children.index(), key -> group(owner, children));
    return group[row];
  }

  /// The rows of an entity that carry the same 标识 (a yearly one has it once a year).
  int[] namesakes(Entity entity, int row) {
    return namesakes
        .computeIfAbsent(entity.index(), key -> byId(facts.table(entity)))
        .getOrDefault(facts.table(entity).id(row), new int[0]);
  }

  private static Map<String, int[]> byId(Table table) {
    var byId = new HashMap<String, int[]>();
    for (int row = 0; row < table.size(); row++) {
      var at = row;
      byId.merge(table.id(row), new int[] {row}, (rows, one) -> append(rows, at));
    }
    return byId;
  }

  private static int[] append(int[] rows, int row) {
    var longer = Arrays.copyOf(rows, rows.length + 1);
    longer[rows.length] = row;
    return longer;
  }

  private int[][] group(Entity owner, Entity children) {
    var steps = children.stepsTo(owner);
    if (steps < 0) {
      throw new IllegalArgumentException(children.name() + " does not belong to " + owner.name());
    }
    var size = facts.table(children).size();
    var owners = new int[size];
    var counts = new int[facts.table(owner).size()];
    for (int child = 0; child < size; child++) {
      owners[child] = ancestor(children, child, steps);
      counts[owners[child]]++;
    }
    var groups = new int[counts.length][];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = new int[counts[i]];
    }
    for (int child = size - 1; child >= 0; child--) {
      groups[owners[child]][--counts[owners[child]]] = child;
    }
    return groups;
  }
}
