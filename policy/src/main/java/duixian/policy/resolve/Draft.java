package duixian.policy.resolve;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Reading;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The policy while it is being checked: what is declared so far, and what is wrong so far.
public final class Draft {
  public final List<Diagnostic> diagnostics;
  public final Map<String, Entity> entities = new LinkedHashMap<>();
  public final Map<String, Reading> readings = new LinkedHashMap<>();
  public final Map<String, Award> awards = new LinkedHashMap<>();
  public final Set<String> awardNames = new TreeSet<>();
  public final Set<String> usedReadings = new TreeSet<>();
  public final Literals literals;
  public final Definitions definitions;
  public final Expressions expressions;

  public Draft(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
    this.literals = new Literals(this);
    this.expressions = new Expressions(this);
    this.definitions = new Definitions(this);
  }

  public void error(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.error(span, message, mend));
  }

  public void warning(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.warning(span, message, mend));
  }

  /// The one line of a key; a second one is an error, a missing one is when it is required.
  public Statement.@Nullable Entry only(Statement statement, String key, boolean required) {
    var entries = statement.entries(key);
    if (entries.isEmpty()) {
      if (required) {
        error(
            statement.head(),
            statement.keyword().word() + "缺少“" + key + "”",
            "加一行 " + key + "：…");
      }
      return null;
    }
    for (var extra : entries.subList(1, entries.size())) {
      error(extra.key(), "“" + key + "”写了两次", "只留一行");
    }
    return entries.getFirst();
  }
}
