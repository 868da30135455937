package duixian.policy.resolve;

import duixian.policy.model.Definition;
import duixian.policy.model.Entity;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions, each checked when it is first used, so that they may stand in any order; a
/// circle is an error.
public final class Definitions {
  /// A pass over a policy descends from definition to definition; so deep it may go.
  private static final int DEEPEST = 50;

  private final Draft draft;
  private final Deque<Pending> visiting = new ArrayDeque<>();
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

  /// `定义 主体的名：表达式`.
  public void declare(Statement statement) {
    var head = statement.head();
    var name = statement.name();
    var at = head.text().indexOf('的');
    var value = statement.value();
    if (at <= 0 || at == head.text().length() - 1 || value == null) {
      draft.error(head, "定义写得不完整", "写成 定义 主体的名：表达式");
      return;
    }
    var owner = Words.trimmed(head.source(), head.from(), head.from() + at);
    var entity = draft.entity(owner.text());
    if (entity == null) {
      draft.error(
          owner,
          "没有声明的主体 “" + owner.text() + "”",
          Names.suggestion(owner.text(), draft.entityNames()));
      return;
    }
    var own =
        NewName.of(draft, Words.trimmed(head.source(), head.from() + at + 1, head.to()), "定义");
    if (own == null) {
      return;
    }
    if (entity.field(own) != null || pending.containsKey(entity.name() + "的" + own)) {
      draft.error(head, "“" + name + "”已经有了", "换一个名称");
      return;
    }
    pending.put(entity.name() + "的" + own, new Pending(entity, own, statement, value));
  }

  List<String> names(Entity entity) {
    return pending.values().stream().filter(p -> p.entity.equals(entity)).map(p -> p.name).toList();
  }

  boolean has(Entity entity, String name) {
    return pending.containsKey(entity.name() + "的" + name);
  }

  /// The checked definition; null when there is none, or when it is itself wrong (said where it
  /// stands).
  @Nullable Definition find(Entity entity, String name, Span use) {
    var found = pending.get(entity.name() + "的" + name);
    if (found != null && found.state == State.VISITING) {
      draft.error(use, "定义“" + name + "”绕了一圈又用到自己", "定义之间不能循环");
      return null;
    }
    if (found != null && found.state == State.NEW && visiting.size() == DEEPEST) {
      draft.error(use, "定义一个套一个，超过 " + DEEPEST + " 层", "把几层合成一个定义");
      return null;
    }
    var definition = resolve(entity.name() + "的" + name);
    var user = visiting.peek();
    if (found != null && user != null) {
      user.height = Math.max(user.height, found.height + 1);
      if (user.height > DEEPEST) {
        draft.error(use, "定义一个套一个，超过 " + DEEPEST + " 层", "把几层合成一个定义");
        return null;
      }
    }
    return definition;
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
    visiting.push(one);
    var node = draft.parse(one.value);
    if (node != null) {
      var scope = Scope.of(one.entity, one.statement.block(), name, "值");
      var expr = draft.expressions().check(node, scope, null);
      if (expr != null) {
        var yearly = !one.entity.yearly() && Yearliness.isYearly(expr);
        one.definition =
            new Definition(
                one.name, one.entity, expr, yearly, scope.clause(), one.statement.head());
        done.add(one.definition);
      }
    }
    visiting.pop();
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
    private int height;
    private @Nullable Definition definition;

    Pending(Entity entity, String name, Statement statement, Span value) {
      this.entity = entity;
      this.name = name;
      this.statement = statement;
      this.value = value;
    }
  }
}
