package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Expressions;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Site;
import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Assumptions;
import duixian.policy.columns.plan.Dependence;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import duixian.policy.value.Rounding;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loop over an award's rows: day, conditions, figure, and what each ceiling needs.
final class AssessCode {
  static final ClassDesc SHEET = Body.desc(Sheet.class);
  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          java.lang.constant.ConstantDescs.CD_void, Body.FRAME, SHEET, Body.INT, Body.INT);

  /// Answers the row at which it stopped.
  static final MethodTypeDesc SETTLE_TYPE = TYPE.changeReturnType(Body.INT);

  private final Body body;
  private final CodeBuilder code;
  private final Plan plan;
  private final Tables tables;
  private final Award award;
  private final Expressions expressions;
  private final Lacks lacks;
  private final boolean explain;
  private final boolean settles;
  private final int at;
  private final int sum;
  private boolean isSummed;
  private final Label next;
  private final RowCode row;

  /// `settles`: rows stand in order and nothing but their own ceilings has a say; the loop settles
  /// them, and stops at a row that long arithmetic cannot hold. With `assumptions` it asks of no
  /// row what they say of all.
  AssessCode(
      CodeBuilder code,
      Plan plan,
      Tables tables,
      Award award,
      Lacks lacks,
      boolean explain,
      boolean settles,
      @Nullable Assumptions assumptions) {
    this.code = code;
    this.body = new Body(code, 0, tables.isRevised(), assumptions);
    this.plan = plan;
    this.tables = tables;
    this.award = award;
    this.lacks = lacks;
    this.explain = explain;
    this.settles = settles;
    this.expressions = new Expressions(body, plan, tables, lacks);
    this.at = body.newInt();
    this.sum = body.newLong();
    this.next = code.newLabel();
    this.row = new RowCode(body, at, next, explain, settles);
  }

  /// Notes in `limits` which uses store a limit per row, and the limit of those that do not.
  void write(List<Use> uses, Limits limits) {
    var top = code.newLabel();
    var end = code.newLabel();
    var last = body.newLong();
    code.loadConstant(Long.MIN_VALUE).lstore(last).lconst_0().lstore(sum);
    code.iload(2).istore(at).labelBinding(top).iload(at).iload(3).if_icmpge(end);
    var dating = new Dating(body, award, need(uses), !settles);
    var filter = award.filter();
    var selected = filter != null || !plan.rewarded(award.index()).isEmpty();
    var site = dating.row(1, at, selected, expressions);
    var day = dating.day();
    if (settles) {
      ordered(uses, day, last);
    } else if (!Dating.isByYear(award)) {
      code.aload(body.input(1, SHEET, "years", Body.INTS)).iload(at).iload(dating.year()).iastore();
    }
    if (filter != null) {
      undecidedFilter(filter, site);
    }
    new TermCode(body, row).write(award, dating, day);
    var rewarded = plan.rewarded(award.index());
    for (int i = 0; i < rewarded.size(); i++) {
      quantity(rewarded.get(i), i, site);
    }
    new ConditionCode(body, row, explain)
        .write(award.conditions(), condition -> expressions.write(condition, site), day.lack());
    payable(uses, site, day, limits);
    code.labelBinding(body.exact);
    if (settles) {
      code.iload(at).ireturn();
    } else {
      code.aload(1).iload(at).invokevirtual(SHEET, "leave", MethodTypeDesc.ofDescriptor("(I)V"));
    }
    code.labelBinding(next).iinc(at, 1).goto_(top).labelBinding(end);
    if (settles) {
      if (isSummed) {
        code.aload(1).lload(sum).invokevirtual(SHEET, "total", MethodTypeDesc.ofDescriptor("(J)V"));
      }
      code.iload(at).ireturn();
    } else {
      code.return_();
    }
    body.finish();
  }

  /// Stops at a row whose day lies before that of a row already settled.
  private void ordered(List<Use> uses, Value day, int last) {
    if (award.day() == null || Dating.isByYear(award) || uses.stream().allMatch(Use::unique)) {
      return;
    }
    var assumptions = body.assumptions();
    if (assumptions != null && award.day() instanceof Expr.Fact fact && fact.up() == 0) {
      assumptions.ascending(fact.owner(), fact.field());
      return;
    }
    var dateless = code.newLabel();
    if (!day.isThere()) {
      body.ifNotZero(day.lack(), dateless);
    }
    body.load(day.bits());
    code.lload(last).lcmp().iflt(body.exact);
    body.store(day.bits(), last);
    code.labelBinding(dateless);
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
    code.aload(row.states()).iload(at).baload().ifeq(decided);
    row.lacking(expressions.write(filter, site).lack());
    code.labelBinding(decided);
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

  private void payable(List<Use> uses, Site site, Value day, Limits limits) {
    var amount = expressions.write(award.amount(), site);
    var held = body.newLong();
    var kept = body.newLong();
    body.store(amount.lack(), held);
    figure(amount, kept, held);
    var useCode = new UseCode(body, expressions, lacks, at, held, settles);
    var asked = uses.stream().map(use -> useCode.write(use, site)).toList();
    if (settles) {
      settle(asked, held, kept);
      return;
    }
    asked.forEach(each -> useCode.store(each, limits));
    order(site, day, held);
    row.put("figures", new Operand.Slot(kept));
    row.held(new Operand.Slot(held));
  }

  /// A negative figure is nobody's claim; rounding down it shows before the division.
  private void figure(Value amount, int kept, int held) {
    var numbers = expressions.numbers();
    var policy = plan.policy();
    var negative = code.newLabel();
    var done = code.newLabel();
    if (policy.rounding() == Rounding.DOWN) {
      var units = numbers.units(amount, policy.unitFen());
      if (!body.isAtLeastZero(units.above())) {
        body.load(units.above());
        code.lconst_0().lcmp().iflt(negative);
      }
      body.load(units.above());
      if (!units.below().is(1)) {
        body.load(units.below());
        code.ldiv();
      }
      body.store(body.times(body.keep(), new Operand.Fixed(policy.unitFen())), kept);
    } else {
      body.store(numbers.fen(amount, policy.unitFen(), policy.rounding()), kept);
      code.lload(kept).lconst_0().lcmp().iflt(negative);
    }
    code.goto_(done).labelBinding(negative).lconst_0().lstore(kept);
    hold(new Operand.Fixed(lacks.unusable(LackName.NEGATIVE)), held);
    code.labelBinding(done);
  }

  /// Nothing but its own ceilings has a say: the row is settled here and now.
  private void settle(List<UseCode.Asked> asked, int held, int amount) {
    var whole = code.newLabel();
    body.ifZero(new Operand.Slot(held), whole);
    row.lacking(new Operand.Slot(held));
    code.labelBinding(whole);
    row.put("figures", new Operand.Slot(amount));
    new SettleCode(body, at, explain, plan.policy()).write(asked, amount);
    row.put("ceilings", new Operand.Slot(amount));
    if (SettleCode.isSmall(asked)) {
      isSummed = true;
      code.lload(sum).lload(amount).ladd().lstore(sum);
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
    row.put("orders", new Operand.Slot(place));
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
}
