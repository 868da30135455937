package duixian.policy.check;

import duixian.policy.model.Entity;
import duixian.policy.model.Property;
import duixian.policy.model.Target;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 目标 and 核查: what the policy is measured by and what must hold of it.
final class GoalCheck {
  private final Draft draft;
  private final List<Target> targets = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();

  GoalCheck(Draft draft) {
    this.draft = draft;
  }

  List<Target> targets() {
    return targets;
  }

  List<Property> properties() {
    return properties;
  }

  void target(Statement statement) {
    var measure = draft.only(statement, "指标", true);
    var floor = draft.only(statement, "不低于", true);
    var until = draft.only(statement, "至", false);
    var day = until == null ? null : Days.read(draft, until.value());
    if (measure == null || floor == null) {
      return;
    }
    var scope = Scope.of(null, statement.block(), statement.name(), "不低于");
    var node = draft.parse(measure.value());
    var measured =
        node == null ? null : draft.expressions().check(node, scope.key("指标"), Type.COUNT);
    if (measured == null || draft.expressions().dimension(measured) == null) {
      return;
    }
    var wanted = draft.expression(floor.value(), scope, measured.type());
    if (wanted != null) {
      targets.add(
          new Target(statement.name(), scope.clause(), measured, wanted, day, statement.head()));
    }
  }

  /// Checked on the root of the first award that it names, else on the first entity.
  void property(Statement statement) {
    var value = statement.value();
    if (value == null || value.from() == value.to()) {
      draft.error(statement.head(), "核查没有写要成立什么", "写成 核查 名：条件");
      return;
    }
    var object = object(value);
    if (object == null) {
      return;
    }
    var scope =
        Scope.of(object, statement.block(), statement.name(), "核查").untraced().withOutcomes();
    var claim = draft.expression(value, scope, Type.FLAG);
    if (claim != null) {
      properties.add(new Property(statement.name(), object, claim, statement.head()));
    }
  }

  private @Nullable Entity object(Span value) {
    for (var token : Lexer.tokens(value, new ArrayList<>())) {
      var award = token instanceof Token.Name(var name, _) ? draft.award(name) : null;
      if (award != null) {
        return award.object().root();
      }
    }
    return draft.entities().isEmpty() ? null : draft.entities().iterator().next();
  }
}
