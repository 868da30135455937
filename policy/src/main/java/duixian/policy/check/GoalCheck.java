package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.model.Entity;
import duixian.policy.model.Property;
import duixian.policy.model.Target;
import duixian.policy.model.Type;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

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
    var day = until == null ? null : RevisionCheck.Days.read(draft, until.value());
    if (measure == null || floor == null) {
      return;
    }
    var scope = Scope.of(null, statement.block(), statement.name(), "不低于");
    var measureNode = ExpressionParser.parse(measure.value(), draft.diagnostics);
    var floorNode = ExpressionParser.parse(floor.value(), draft.diagnostics);
    if (measureNode == null || floorNode == null) {
      return;
    }
    var measured = draft.expressions.check(measureNode, scope.key("指标"), Type.COUNT);
    if (measured == null || draft.expressions.dimension(measured) == null) {
      return;
    }
    var wanted = draft.expressions.typed(floorNode, scope, measured.type());
    if (wanted != null) {
      targets.add(
          new Target(
              statement.name(), scope.clause(), measured, wanted, day, statement.head()));
    }
  }

  /// Checked on the object of the first award that it names, else on the first entity.
  void property(Statement statement) {
    var value = statement.value();
    if (value == null) {
      draft.error(statement.head(), "核查没有写要成立什么", "写成 核查 名：条件");
      return;
    }
    var object = object(value.text());
    var node = ExpressionParser.parse(value, draft.diagnostics);
    if (node == null || object == null) {
      return;
    }
    var scope =
        Scope.of(object, statement.block(), statement.name(), "核查").untraced().withOutcomes();
    var claim = draft.expressions.typed(node, scope, Type.FLAG);
    if (claim != null) {
      properties.add(new Property(statement.name(), object, claim, statement.head()));
    }
  }

  private @org.jspecify.annotations.Nullable Entity object(String text) {
    for (var award : draft.awards.values()) {
      if (text.contains(award.name())) {
        return award.object().root();
      }
    }
    return draft.entities.isEmpty() ? null : draft.entities.values().iterator().next();
  }
}
