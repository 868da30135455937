package duixian.policy.resolve;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.source.Nearest;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a name means where it stands; an unknown one is an error that names the nearest known one.
public final class Names {
  private final Draft draft;

  Names(Draft draft) {
    this.draft = draft;
  }

  /// A bare name: own fields and definitions, ancestors by entity name, their fields, readings,
  /// 认定日.
  @Nullable Expr resolve(Node.Name node, Scope scope) {
    var name = node.name();
    if (name.equals("认定日")) {
      return new Expr.AssessmentDay(node.span());
    }
    if (name.equals("年度")) {
      draft.error(node.span(), "年度只能作键，不能参与计算", "写在“按”或“每”的后面");
      return null;
    }
    var entity = scope.entity();
    if (entity != null) {
      var own = member(entity, 0, name, node.span());
      if (own != null) {
        return own;
      }
      var owner = draft.entity(name);
      if (owner != null && entity.stepsTo(owner) >= 0) {
        return new Expr.Owner(entity.stepsTo(owner), owner, node.span());
      }
      for (int up = 1; entity.stepsTo(entity.root()) >= up; up++) {
        var inherited = member(entity.ancestor(up), up, name, node.span());
        if (inherited != null) {
          return inherited;
        }
      }
    }
    var reading = draft.reading(name);
    if (reading != null) {
      return chosen(node, reading);
    }
    if (!isBroken(scope, name)) {
      unknown(node, scope);
    }
    return null;
  }

  /// Whether a bare name means anything here.
  boolean isKnown(Node.Name node, Scope scope) {
    var name = node.name();
    if (name.equals("认定日") || draft.reading(name) != null) {
      return true;
    }
    var entity = scope.entity();
    for (int up = 0; entity != null && up <= entity.stepsTo(entity.root()); up++) {
      var owner = entity.ancestor(up);
      if (owner.name().equals(name)
          || owner.field(name) != null
          || draft.definitions().has(owner, name)) {
        return true;
      }
    }
    return false;
  }

  /// A field or definition of the entity `up` steps above; null when it has none of that name.
  @Nullable Expr member(Entity entity, int up, String name, Span span) {
    var field = entity.field(name);
    if (field != null) {
      return new Expr.Fact(up, entity, field, span);
    }
    if (!draft.definitions().has(entity, name)) {
      return null;
    }
    var definition = draft.definitions().find(entity, name, span);
    return definition == null ? null : new Expr.Defined(up, definition, span);
  }

  /// `of 的 name` where `of` yields a record of `entity`.
  @Nullable Expr memberOf(Entity entity, int up, Node.Name node) {
    var own = member(entity, up, node.name(), node.span());
    if (own != null) {
      return own;
    }
    var owner = draft.entity(node.name());
    if (owner != null && entity.stepsTo(owner) >= 0) {
      return new Expr.Owner(up + entity.stepsTo(owner), owner, node.span());
    }
    if (!draft.definitions().has(entity, node.name())) {
      draft.error(
          node.span(),
          entity.name() + "没有“" + node.name() + "”",
          suggestion(node.name(), members(entity)));
    }
    return null;
  }

  private @Nullable Expr chosen(Node.Name node, Reading reading) {
    if (!reading.isSwitch()) {
      draft.error(node.span(), "解释点“" + reading.name() + "”没有可选项，不能用在计算里", "给它加上 可选");
      return null;
    }
    draft.use(reading);
    return new Expr.Chosen(reading, node.span());
  }

  /// A definition that is wrong was already reported where it stands.
  private boolean isBroken(Scope scope, String name) {
    var entity = scope.entity();
    for (int up = 0; entity != null && up <= entity.stepsTo(entity.root()); up++) {
      if (draft.definitions().has(entity.ancestor(up), name)) {
        return true;
      }
    }
    return false;
  }

  private void unknown(Node.Name node, Scope scope) {
    var known = new TreeSet<String>();
    draft.readings().forEach(reading -> known.add(reading.name()));
    var entity = scope.entity();
    for (int up = 0; entity != null && up <= entity.stepsTo(entity.root()); up++) {
      known.addAll(members(entity.ancestor(up)));
      known.add(entity.ancestor(up).name());
    }
    for (var word : List.of("且", "或", "超过", "不超过", "不低于", "低于", "如没有则", "其中")) {
      if (node.name().length() > word.length() && node.name().contains(word)) {
        draft.error(node.span(), "没有声明的名称 “" + node.name() + "”", "“" + word + "”的前后要有空格");
        return;
      }
    }
    draft.error(node.span(), "没有声明的名称 “" + node.name() + "”", suggestion(node.name(), known));
  }

  public List<String> members(Entity entity) {
    var names = new ArrayList<String>();
    entity.fields().forEach(field -> names.add(field.name()));
    names.addAll(draft.definitions().names(entity));
    return names;
  }

  /// What to write instead of an unknown name.
  public static String suggestion(String name, Collection<String> known) {
    var nearest = nearest(name, known);
    return nearest.isEmpty() ? "先声明它，或检查写法" : nearest;
  }

  /// `是不是 “…”？`, or nothing when no known name is near.
  static String nearest(String name, Collection<String> known) {
    var nearest = Nearest.to(name, known);
    return nearest == null ? "" : "是不是 “" + nearest + "”？";
  }

  /// The word of an enumeration that a bare name stands for.
  static @Nullable Expr word(Node node, @Nullable Type expected) {
    if (node instanceof Node.Name(var name, var span)
        && expected instanceof Type.Choice choice
        && choice.words().contains(name)) {
      return new Expr.Word(choice.words().indexOf(name), choice, span);
    }
    return null;
  }
}
