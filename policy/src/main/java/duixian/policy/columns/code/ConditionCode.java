package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.Failure;
import duixian.policy.model.Expr;
import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.function.Function;

/// Writes an award's conditions: one that fails makes the row 不符合, else one that is open leaves it
/// so.
final class ConditionCode {
  private final Body body;
  private final CodeBuilder code;
  private final RowCode row;
  private final boolean explain;

  ConditionCode(Body body, RowCode row, boolean explain) {
    this.body = body;
    this.code = body.code;
    this.row = row;
    this.explain = explain;
  }

  /// Without explanation the first condition that fails decides; with it every condition is looked
  /// at. A row without a day lacks it once no condition fails.
  void write(List<Expr> all, Function<Expr, Value> write, Operand dayLack) {
    var failed = body.newLong();
    var lack = body.newLong();
    if (all.isEmpty() && dayLack.is(0)) {
      return;
    }
    var refused = code.newLabel();
    code.lconst_0().lstore(failed);
    body.store(dayLack, lack);
    for (int i = 0; i < all.size(); i++) {
      var value = write.apply(all.get(i));
      var holds = code.newLabel();
      if (!value.isThere()) {
        body.load(value.lack());
        code.lload(lack).lor().lstore(lack);
        body.ifNotZero(value.lack(), holds);
      }
      body.ifNotZero(value.bits(), holds);
      if (explain) {
        code.lload(failed).loadConstant(Failure.condition(i)).lor().lstore(failed);
      } else {
        code.goto_(refused);
      }
      code.labelBinding(holds);
    }
    var fine = code.newLabel();
    if (explain) {
      body.ifNotZero(new Operand.Slot(failed), refused);
    }
    body.ifZero(new Operand.Slot(lack), fine);
    row.lacking(new Operand.Slot(lack));
    code.labelBinding(refused);
    row.ineligible(new Operand.Slot(failed));
    code.labelBinding(fine);
  }
}
