package duixian.policy.resolve;

import duixian.policy.document.Block;
import duixian.policy.model.Entity;
import org.jspecify.annotations.Nullable;

/// Where an expression stands: whose names it sees (none: the whole city), and which statement and
/// key it belongs to.
///
/// `traced` numbers must occur in the block's quotes; `history` allows 历史最高; `outcomes` allows
/// names of awards.
public record Scope(
    @Nullable Entity entity,
    Block block,
    String statement,
    String key,
    boolean traced,
    boolean history,
    boolean outcomes) {
  public static Scope of(@Nullable Entity entity, Block block, String statement, String key) {
    return new Scope(entity, block, statement, key, true, false, false);
  }

  public Scope on(Entity other) {
    return new Scope(other, block, statement, key, traced, history, outcomes);
  }

  public Scope key(String other) {
    return new Scope(entity, block, statement, other, traced, history, outcomes);
  }

  public Scope withHistory() {
    return new Scope(entity, block, statement, key, traced, true, outcomes);
  }

  Scope withoutHistory() {
    return new Scope(entity, block, statement, key, traced, false, outcomes);
  }

  public Scope untraced() {
    return new Scope(entity, block, statement, key, false, history, outcomes);
  }

  public Scope withOutcomes() {
    return new Scope(entity, block, statement, key, false, history, true);
  }

  public String clause() {
    return block.clause();
  }
}
