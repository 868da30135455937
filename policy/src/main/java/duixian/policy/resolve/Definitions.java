package duixian.policy.resolve;

import duixian.policy.model.Definition;
import duixian.policy.model.Entity;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions, each checked when it is first used, so that they may stand in any order; a circle is an error.
public final class Definitions {
  private final Draft draft;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final List<Definition> done = new ArrayList<>();

  Definitions(Draft draft) {
    this.draft = draft;
  }

  /// In an order in which each stands behind those that it uses.
  public List<Definition> all() {
    for (var name : List.copyOf(pending.keySet())) {
      resolve(name);
    }
    return done;
  }

  public void declare(Statement statement) {
    var name = statement.name();
    var at = name.indexOf('的');
    var value = statement.value();
    if (at <= 0 || at == name.length() - 1 || value == null) {
      draft.error(statement.head(), "定义写得不完整", "写成 定义 主体的名：表达式");
      return;
    }
    var entity = draft.entities.get(name.substring(0, at));
    var own = name.substring(at + 1);
    if (entity == null) {
      draft.error(
          statement.head(),
          "没有声明的主体 “" + name.substring(0, at) + "”",
          "先写 主体 " + name.substring(0, at));
      return;
    }
    if (own.indexOf('的') >= 0) {
      draft.error(statement.head(), "名称不能含“的”", "换一个名称");
      return;
    }
    if (entity.field(own) != null || pending.containsKey(name)) {
      draft.error(statement.head(), "“" + name + "”已经有了", "换一个名称");
      return;
    }
    pending.put(name, new Pending(entity, own, statement, value));
  }

  List<String> names(Entity entity) {
    return pending.values().stream()
        .filter(p -> p.entity.equals(entity))
        .map(p -> p.name)
        .toList();
  }

  boolean has(Entity entity, String name) {
    return pending.containsKey(entity.name() + "的" + name);
  }

  /// The checked definition; null when there is none, or when it is itself wrong (said where it stands).
  @Nullable Definition find(Entity entity, String name, Span use) {
    var found = pending.get(entity.name() + "的" + name);
    if (found != null && found.state == State.VISITING) {
      draft.error(use, "定义“" + name + "”绕了一圈又用到自己", "定义之间不能循环");
      return null;
    }
    return resolve(entity.name() + "的" + name);
  }

  private @Nullable Definition resolve(String name) {
    var one = pending.get(name);
    if (one == null || one.state == State.DONE) {
      return one == null ? null : one.definition;
    }
    if (one.state == State.VISITING) {
      return null;
    }
    one.state = State.VISITING;
    var node = ExpressionParser.parse(one.value, draft.diagnostics);
    if (node != null) {
      var scope = Scope.of(one.entity, one.statement.block(), name, "值");
      var expr = draft.expressions.check(node, scope, null);
      if (expr != null) {
        var yearly = !one.entity.yearly() && Yearliness.isYearly(expr);
        one.definition =
            new Definition(
                one.name, one.entity, expr, yearly, scope.clause(), one.statement.head());
        done.add(one.definition);
      }
    }
    one.state = State.DONE;
    return one.definition;
  }

  private enum State {
    NEW,
    VISITING,
    DONE
  }

  /// A definition before and while it is checked.
  private static final class Pending {
    private final Entity entity;
    private final String name;
    private final Statement statement;
    private final Span value;
    private State state = State.NEW;
    private @Nullable Definition definition;

    Pending(Entity entity, String name, Statement statement, Span value) {
      this.entity = entity;
      this.name = name;
      this.statement = statement;
      this.value = value;
    }
  }
}
