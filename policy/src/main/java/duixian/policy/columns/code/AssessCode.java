package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.Failure;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Dependence;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// The loop over an award's rows: day, conditions, figure, and what each ceiling needs.
final class AssessCode {
  static final ClassDesc SHEET = Body.desc(Sheet.class);
  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          java.lang.constant.ConstantDescs.CD_void, Body.FRAME, SHEET, Body.INT, Body.INT);

  private static final MethodTypeDesc J_B = MethodTypeDesc.ofDescriptor("(J)B");

  private final Body body;
  private final CodeBuilder code;
  private final Plan plan;
  private final Tables tables;
  private final Award award;
  private final Expressions expressions;
  private final Lacks lacks;
  private final boolean explain;
  private final int at;
  private final Label next;

  AssessCode(
      CodeBuilder code, Plan plan, Tables tables, Award award, Lacks lacks, boolean explain) {
    this.code = code;
    this.body = new Body(code, 0);
    this.plan = plan;
    this.tables = tables;
    this.award = award;
    this.lacks = lacks;
    this.explain = explain;
    this.expressions = new Expressions(body, plan, tables, lacks);
    this.at = body.newInt();
    this.next = code.newLabel();
  }

  /// Notes in `limits` which uses store a limit per row, and the limit of those that do not.
  void write(List<Use> uses, Limits limits) {
    var top = code.newLabel();
    var end = code.newLabel();
    code.iload(2).istore(at).labelBinding(top).iload(at).iload(3).if_icmpge(end);
    var dating = new Dating(body, award, need(uses));
    var filter = award.filter();
    var selected = filter != null || !plan.rewarded(award.index()).isEmpty();
    var site = dating.row(1, at, selected, expressions);
    if (!Dating.isByYear(award)) {
      code.aload(body.input(1, SHEET, "years", Body.INTS)).iload(at).iload(dating.year()).iastore();
    }
    var day = dating.day();
    if (filter != null) {
      undecidedFilter(filter, site);
    }
    dated(dating, day);
    var rewarded = plan.rewarded(award.index());
    for (int i = 0; i < rewarded.size(); i++) {
      quantity(rewarded.get(i), i, site);
    }
    conditions(site, day.lack());
    payable(uses, site, day, limits);
    code.labelBinding(body.exact).aload(1).iload(at);
    code.invokevirtual(SHEET, "leave", MethodTypeDesc.ofDescriptor("(I)V"));
    code.labelBinding(next).iinc(at, 1).goto_(top);
    code.labelBinding(end).return_();
    body.finish();
  }

  private Dependence need(List<Use> uses) {
    var yearly = uses.stream().anyMatch(Use::isYearly);
    var need = new Dependence(yearly, false).and(plan.dependence(award.filter()));
    need = need.and(plan.dependence(award.amount())).and(plan.dependence(award.order()));
    for (var condition : award.conditions()) {
      need = need.and(plan.dependence(condition));
    }
    for (var use : uses) {
      need = need.and(plan.dependence(use.limit())).and(plan.dependence(use.applies()));
      need = need.and(plan.dependence(use.outside()));
    }
    return need;
  }

  /// A row that the filter could not decide on was marked when it was selected.
  private void undecidedFilter(Expr filter, Site site) {
    var decided = code.newLabel();
    code.aload(bytes("states")).iload(at).baload().ifeq(decided);
    lacking(expressions.write(filter, site).lack());
    code.labelBinding(decided);
  }

  private void dated(Dating dating, Value day) {
    if (Dating.isByYear(award)) {
      fail(Failure.BEFORE_EFFECTIVE, dating.year(), "effectiveYear", true);
      fail(Failure.AFTER_EXPIRY, dating.year(), "expiryYear", false);
      fail(Failure.AFTER_ASSESSMENT, dating.year(), "assessedYear", false);
      return;
    }
    var dateless = code.newLabel();
    if (!day.isThere()) {
      body.ifNotZero(day.lack(), dateless);
    }
    fail(Failure.BEFORE_EFFECTIVE, day.bits(), "effective", true);
    fail(Failure.AFTER_EXPIRY, day.bits(), "expires", false);
    fail(Failure.AFTER_ASSESSMENT, day.bits(), "assessed", false);
    code.labelBinding(dateless);
  }

  private void fail(long reason, Operand day, String bound, boolean before) {
    var fine = code.newLabel();
    body.load(day);
    code.lload(body.input(body.calendar(), Body.CALENDAR, bound, Body.LONG)).lcmp();
    failUnless(before, fine, reason);
  }

  private void fail(long reason, int year, String bound, boolean before) {
    var fine = code.newLabel();
    code.iload(year);
    code.iload(body.input(body.calendar(), Body.CALENDAR, bound, Body.INT)).isub();
    failUnless(before, fine, reason);
  }

  private void failUnless(boolean before, Label fine, long reason) {
    if (before) {
      code.ifge(fine);
    } else {
      code.ifle(fine);
    }
    ineligible(new Operand.Fixed(reason));
    code.labelBinding(fine);
  }

  private void quantity(Plan.Rewarded asked, int index, Site site) {
    var expr = asked.expr();
    var value = expressions.write(expr.quantity(), site.up(body, asked.up()));
    if (!value.below().is(1)) {
      body.giveUp();
    }
    tables.reward(expr, value.scale());
    code.aload(body.input(1, SHEET, "quantities", Body.LONGS, index)).iload(at);
    body.load(value.bits());
    body.load(value.lack());
    body.call("store", Body.JJ_J);
    code.lastore();
  }

  /// Without explanation the first condition that fails decides; with it every condition is looked
  /// at. A row without a day lacks it once no condition fails.
  private void conditions(Site site, Operand dayLack) {
    var failed = body.newLong();
    var lack = body.newLong();
    var all = award.conditions();
    if (all.isEmpty() && dayLack.is(0)) {
      return;
    }
    var refused = code.newLabel();
    code.lconst_0().lstore(failed);
    body.store(dayLack, lack);
    for (int i = 0; i < all.size(); i++) {
      var value = expressions.write(all.get(i), site);
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
    lacking(new Operand.Slot(lack));
    code.labelBinding(refused);
    ineligible(new Operand.Slot(failed));
    code.labelBinding(fine);
  }

  private void payable(List<Use> uses, Site site, Value day, Limits limits) {
    var amount = expressions.write(award.amount(), site);
    var numbers = expressions.numbers();
    var policy = plan.policy();
    var figure = numbers.fen(amount, policy.unitFen(), policy.rounding());
    var held = body.newLong();
    var kept = body.newLong();
    body.store(amount.lack(), held);
    body.store(figure, kept);
    var positive = code.newLabel();
    code.lload(kept).lconst_0().lcmp().ifge(positive);
    code.lconst_0().lstore(kept);
    hold(new Operand.Fixed(lacks.unusable(LackName.NEGATIVE)), held);
    code.labelBinding(positive);
    var useCode = new UseCode(body, expressions, lacks, at, held);
    for (var use : uses) {
      useCode.write(use, site, limits);
    }
    order(site, day, held);
    put("figures", new Operand.Slot(kept));
    code.aload(bytes("states")).iload(at).lload(held);
    body.call("held", J_B);
    code.bastore();
    if (explain) {
      put("lacks", new Operand.Slot(held));
    }
    code.goto_(next);
  }

  /// Who comes first: a day; a row without one stands last.
  private void order(Site site, Value day, int held) {
    if (!isOrdered(award)) {
      return;
    }
    var order = award.order();
    var first = order == null ? day : expressions.write(order, site);
    var place = body.newLong();
    body.store(first.bits(), place);
    if (!first.isThere()) {
      hold(first.lack(), held);
      var there = code.newLabel();
      body.ifZero(first.lack(), there);
      code.loadConstant(Long.MAX_VALUE).lstore(place).labelBinding(there);
    }
    put("orders", new Operand.Slot(place));
  }

  /// Whether rows of a year have places of their own.
  static boolean isOrdered(Award award) {
    return award.order() != null || (award.day() != null && !Dating.isByYear(award));
  }

  private void hold(Operand lack, int held) {
    if (!lack.is(0)) {
      body.load(lack);
      code.lload(held).lor().lstore(held);
    }
  }

  private void ineligible(Operand failed) {
    code.aload(bytes("states")).iload(at).loadConstant((int) Sheet.INELIGIBLE).bastore();
    if (explain) {
      put("failures", failed);
    }
    code.goto_(next);
  }

  private void lacking(Operand lack) {
    code.aload(bytes("states")).iload(at);
    body.load(lack);
    body.call("lacking", J_B);
    code.bastore();
    if (explain) {
      put("lacks", lack);
    }
    code.goto_(next);
  }

  private int bytes(String name) {
    return body.input(1, SHEET, name, java.lang.constant.ConstantDescs.CD_byte.arrayType());
  }

  private void put(String column, Operand value) {
    code.aload(body.input(1, SHEET, column, Body.LONGS)).iload(at);
    body.load(value);
    code.lastore();
  }
}
