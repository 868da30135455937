package duixian.policy.resolve;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The policy while it is being checked: what is declared so far, and what is wrong so far.
public final class Draft {
  private final List<Diagnostic> diagnostics;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private final Map<String, Award> awards = new LinkedHashMap<>();
  private final Set<String> awardNames = new LinkedHashSet<>();
  private final Set<String> usedReadings = new HashSet<>();
  private final Literals literals;
  private final Definitions definitions;
  private final Expressions expressions;

  public Draft(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
    this.literals = new Literals(this);
    this.expressions = new Expressions(this);
    this.definitions = new Definitions(this);
  }

  public Collection<Entity> entities() {
    return Collections.unmodifiableCollection(entities.values());
  }

  public Set<String> entityNames() {
    return Collections.unmodifiableSet(entities.keySet());
  }

  public @Nullable Entity entity(String name) {
    return entities.get(name);
  }

  public void add(Entity entity) {
    entities.put(entity.name(), entity);
  }

  public Collection<Reading> readings() {
    return Collections.unmodifiableCollection(readings.values());
  }

  public @Nullable Reading reading(String name) {
    return readings.get(name);
  }

  public void add(Reading reading) {
    readings.put(reading.name(), reading);
  }

  /// The choice of this reading decides something.
  public void use(Reading reading) {
    usedReadings.add(reading.name());
  }

  public boolean isUsed(Reading reading) {
    return usedReadings.contains(reading.name());
  }

  public Collection<Award> awards() {
    return Collections.unmodifiableCollection(awards.values());
  }

  /// The checked award; null also for one that is announced and wrong.
  public @Nullable Award award(String name) {
    return awards.get(name);
  }

  public void add(Award award) {
    awards.put(award.name(), award);
  }

  /// The names of all awards that the text has, right or wrong; false when this one was there.
  public boolean announce(String award) {
    return awardNames.add(award);
  }

  public Set<String> announced() {
    return Collections.unmodifiableSet(awardNames);
  }

  public Literals literals() {
    return literals;
  }

  public Definitions definitions() {
    return definitions;
  }

  public Expressions expressions() {
    return expressions;
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  public void error(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.error(span, message, mend));
  }

  public void warning(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.warning(span, message, mend));
  }

  /// The tree of a span, or null after a diagnostic.
  public @Nullable Node parse(Span span) {
    return ExpressionParser.parse(span, diagnostics);
  }

  /// The expression of a span, of that type; null after a diagnostic.
  public @Nullable Expr expression(Span span, Scope scope, Type wanted) {
    var node = parse(span);
    return node == null ? null : expressions.typed(node, scope, wanted);
  }

  /// The one line of a key; a second one is an error, a missing one is when it is required.
  public Statement.@Nullable Entry only(Statement statement, String key, boolean required) {
    var entries = statement.entries(key);
    if (entries.isEmpty()) {
      if (required) {
        error(
            statement.head(), statement.keyword().word() + "缺少“" + key + "”", "加一行 " + key + "：…");
      }
      return null;
    }
    for (var extra : entries.subList(1, entries.size())) {
      error(extra.key(), "“" + key + "”写了两次", "只留一行");
    }
    return entries.getFirst();
  }
}
