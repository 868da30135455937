package duixian.policy.facts;

import duixian.policy.facts.text.Dictionary;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.policy.source.Nearest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects records of any 主体 in any order, checks them against the policy, and makes [Facts] of
/// them.
///
/// What is wrong becomes a [Problem]; a builder with problems builds nothing. Not for two threads
/// at once.
public final class FactsBuilder {
  private final Policy policy;
  private final @Nullable TableBuilder[] tables;
  private final Dictionary names = new Dictionary();
  private final Problems problems = new Problems();

  public FactsBuilder(Policy policy) {
    this.policy = policy;
    this.tables = new @Nullable TableBuilder[policy.entities().size()];
  }

  public Problems problems() {
    return problems;
  }

  /// The table of the 主体 with this name, read from `origin`; null (and a problem) when the policy
  /// has no such 主体 or its records were read before.
  public @Nullable TableBuilder table(String name, Origin origin) {
    var entity = policy.entity(name);
    if (entity == null) {
      problems.add(new Problem(origin.file(), "", "", unknown(name)));
      return null;
    }
    if (tables[entity.index()] != null) {
      var sentence = "主体“" + name + "”出现了两次；请合并成一处";
      problems.add(new Problem(origin.file(), "", "", sentence));
      return null;
    }
    return open(entity, origin);
  }

  /// The facts, or null when there are problems; parents are looked up only now.
  public @Nullable Facts build() {
    for (var entity : policy.entities()) {
      var table = tables[entity.index()];
      if (table != null && entity.parent() != null) {
        table.findParents(tables[entity.parent().index()]);
      }
    }
    if (!problems.isEmpty()) {
      return null;
    }
    var built = policy.entities().stream().map(this::built).toList();
    return new Facts(policy, built, names.texts());
  }

  private Table built(Entity entity) {
    var table = tables[entity.index()];
    return Objects.requireNonNullElseGet(table, () -> open(entity, Origin.lines(entity.name())))
        .build();
  }

  private TableBuilder open(Entity entity, Origin origin) {
    var table = new TableBuilder(entity, origin, new FactParser(names), problems);
    tables[entity.index()] = table;
    return table;
  }

  private String unknown(String name) {
    var known = policy.entities().stream().map(Entity::name).toList();
    var nearest = Nearest.to(name, known);
    return "政策没有主体“%s”；%s".formatted(name, nearest == null ? all(known) : "是不是“" + nearest + "”");
  }

  private static String all(List<String> known) {
    return "有的是 " + String.join("、", known);
  }
}
