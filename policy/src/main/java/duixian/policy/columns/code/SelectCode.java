package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/// The loop that finds the objects of an award with a filter.
final class SelectCode {
  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          Body.INT, Body.FRAME, Body.desc(Candidates.class), Body.INTS, Body.INT, Body.INT);

  private static final MethodTypeDesc POSITION = MethodTypeDesc.ofDescriptor("(IJ)I");

  private SelectCode() {}

  static void write(CodeBuilder code, Plan plan, Tables tables, Award award, Expr filter) {
    var body = new Body(code, 0, tables.isRevised(), null);
    var expressions = new Expressions(body, plan, tables, new Lacks());
    var count = body.newInt();
    var at = body.newInt();
    var top = code.newLabel();
    var next = code.newLabel();
    var end = code.newLabel();
    code.iconst_0().istore(count).iload(3).istore(at);
    code.labelBinding(top).iload(at).iload(4).if_icmpge(end);
    var site =
        new Dating(body, award, plan.dependence(filter), false).candidate(1, at, expressions);
    var flag = expressions.write(filter, site);
    var take = code.newLabel();
    if (!flag.isThere()) {
      body.ifNotZero(flag.lack(), take);
    }
    body.ifZero(flag.bits(), next);
    code.labelBinding(take).aload(2).iload(count).iload(at);
    body.load(flag.lack());
    body.call("selected", POSITION);
    code.iastore().iinc(count, 1).goto_(next);
    code.labelBinding(body.exact).aload(2).iload(count).iload(at);
    code.loadConstant(Candidates.EXACT << 30).ior().iastore().iinc(count, 1);
    code.labelBinding(next).iinc(at, 1).goto_(top);
    code.labelBinding(end).iload(count).ireturn();
    body.finish();
  }
}
