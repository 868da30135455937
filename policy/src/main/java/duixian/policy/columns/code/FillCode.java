package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.plan.Parts;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Entity;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/// The loop that stores one value for every record of an entity.
final class FillCode {
  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          java.lang.constant.ConstantDescs.CD_void,
          Body.FRAME,
          Body.LONGS,
          Body.INT,
          Body.INT,
          Body.INT,
          Body.INT);

  private FillCode() {}

  /// Answers the scale of what is stored.
  static long write(CodeBuilder code, Plan plan, Tables tables, Entity entity, Parts.Part part) {
    var body = new Body(code, 0, tables.isRevised(), null);
    var expressions = new Expressions(body, plan, tables, new Lacks());
    var row = body.newInt();
    var top = code.newLabel();
    var next = code.newLabel();
    var end = code.newLabel();
    code.iload(2).istore(row).labelBinding(top).iload(row).iload(3).if_icmpge(end);
    var site = Site.at(body, entity, row, 4, 5);
    var filter = part.filter();
    Operand lack = Operand.Fixed.ZERO;
    var none = code.newLabel();
    if (filter != null) {
      var passes = expressions.write(filter, site);
      var may = code.newLabel();
      if (!passes.isThere()) {
        body.ifNotZero(passes.lack(), may);
      }
      body.ifZero(passes.bits(), none);
      code.labelBinding(may);
      lack = passes.lack();
    }
    var value = expressions.write(part.value(), site);
    if (!value.below().is(1)) {
      body.giveUp();
    }
    var lacks = body.or(lack, value.lack());
    code.aload(1).iload(row);
    body.load(value.bits());
    body.load(lacks);
    body.call("store", Body.JJ_J);
    code.lastore().goto_(next);
    code.labelBinding(none).aload(1).iload(row).lconst_0().lastore().goto_(next);
    code.labelBinding(body.exact);
    code.aload(1).iload(row).loadConstant(Cell.EXACT).lastore();
    code.labelBinding(next).iinc(row, 1).goto_(top);
    code.labelBinding(end).return_();
    body.finish();
    return value.scale();
  }
}
