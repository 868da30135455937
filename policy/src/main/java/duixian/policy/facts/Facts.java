package duixian.policy.facts;

import duixian.policy.facts.text.TextPool;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import java.util.List;

/// Every record that an assessment sees: a [Table] per entity of the policy, empty ones included.
public final class Facts {
  private final Policy policy;
  private final List<Table> tables;
  private final TextPool texts;

  Facts(Policy policy, List<Table> tables, TextPool texts) {
    this.policy = policy;
    this.tables = List.copyOf(tables);
    this.texts = texts;
  }

  public Policy policy() {
    return policy;
  }

  public Table table(Entity entity) {
    return tables.get(entity.index());
  }

  public List<Table> tables() {
    return tables;
  }

  /// The text behind a 标识's dictionary code.
  public String text(long code) {
    return texts.text((int) code);
  }

  /// How many codes there are: 0 until this.
  public int textCount() {
    return texts.size();
  }

  public int size() {
    return tables.stream().mapToInt(Table::size).sum();
  }
}
