package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Lacks;
import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.plan.Assumptions;
import duixian.policy.columns.plan.Parts;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Uses;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the class of a [Kernel]: a static method per loop, and a switch to them.
final class KernelCode {
  private static final ClassDesc KERNEL = Body.desc(Kernel.class);
  private static final ClassDesc SELF =
      ClassDesc.of(Kernel.class.getPackageName(), "GeneratedKernel");
  private static final ClassDesc MISTAKE = Body.desc(IndexOutOfBoundsException.class);
  private static final int STATIC = ClassFile.ACC_STATIC;

  private final Plan plan;
  private final Uses uses;
  private final Tables tables;
  private final boolean explain;
  private final List<Fill> fills = new ArrayList<>();
  private final List<Integer> firstFills = new ArrayList<>();
  private final List<Sheets> sheets = new ArrayList<>();

  /// A stored expression, with the scale of its longs.
  record Fill(Entity entity, Parts.Part part, long scale) {}

  /// What became of an award: its limits, what its lack bits mean, the fills of outside money by
  /// use.
  record Sheets(
      Limits limits, List<String> lacks, Map<Integer, Integer> outside, Assumptions assumptions) {}

  KernelCode(Plan plan, Uses uses, Tables tables, boolean explain) {
    this.plan = plan;
    this.uses = uses;
    this.tables = tables;
    this.explain = explain;
  }

  byte[] write() {
    return ClassFile.of()
        .build(
            SELF,
            type -> {
              type.withSuperclass(KERNEL).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              constructor(type);
              derived(type);
              for (var award : plan.policy().awards()) {
                award(type, award);
              }
              dispatch(type, "fill", FillCode.TYPE, fills.size());
              dispatch(type, "assess", AssessCode.TYPE, sheets.size());
              dispatch(type, "settle", AssessCode.SETTLE_TYPE, sheets.size());
              dispatch(type, "settleSwiftly", AssessCode.SETTLE_TYPE, sheets.size());
              dispatch(type, "select", SelectCode.TYPE, sheets.size());
            });
  }

  List<Fill> fills() {
    return fills;
  }

  /// The first fill of each derived value; its further parts follow.
  List<Integer> firstFills() {
    return firstFills;
  }

  List<Sheets> sheets() {
    return sheets;
  }

  private void constructor(ClassBuilder type) {
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        0,
        code -> code.aload(0).invokespecial(KERNEL, "<init>", ConstantDescs.MTD_void).return_());
  }

  private void derived(ClassBuilder type) {
    for (var derived : plan.derived()) {
      firstFills.add(fills.size());
      for (var part : Parts.of(derived)) {
        fill(type, derived.site(), part);
      }
      tables.derivedScale(
          derived,
          derived.expr() instanceof Expr.Aggregate ? fills.get(firstFills.getLast()).scale() : 1);
    }
  }

  private int fill(ClassBuilder type, Entity entity, Parts.Part part) {
    var index = fills.size();
    var scale = new long[1];
    type.withMethodBody(
        "fill" + index,
        FillCode.TYPE,
        STATIC,
        code -> scale[0] = FillCode.write(code, plan, tables, entity, part));
    fills.add(new Fill(entity, part, scale[0]));
    return index;
  }

  private void award(ClassBuilder type, Award award) {
    var ofAward = uses.of(award.index());
    var outside = new HashMap<Integer, Integer>();
    for (var use : ofAward) {
      var expr = use.outside();
      if (expr != null && use.isOutside()) {
        outside.put(use.slot(), fill(type, award.object(), Parts.Part.of(expr)));
      }
    }
    var limits = new Limits(ofAward.size());
    var lacks = new Lacks();
    type.withMethodBody(
        "assess" + award.index(),
        AssessCode.TYPE,
        STATIC,
        code ->
            new AssessCode(code, plan, tables, award, lacks, explain, false, null)
                .write(ofAward, limits));
    type.withMethodBody(
        "settle" + award.index(),
        AssessCode.SETTLE_TYPE,
        STATIC,
        code -> settle(code, award, lacks, null));
    var assumptions = new Assumptions();
    type.withMethodBody(
        "settleSwiftly" + award.index(),
        AssessCode.SETTLE_TYPE,
        STATIC,
        code -> settle(code, award, lacks, assumptions));
    type.withMethodBody(
        "select" + award.index(), SelectCode.TYPE, STATIC, code -> select(code, award));
    sheets.add(new Sheets(limits, lacks.names(), outside, assumptions));
  }

  private void settle(
      CodeBuilder code, Award award, Lacks lacks, @Nullable Assumptions assumptions) {
    if (settlesAtOnce(award)) {
      var limits = new Limits(uses.of(award.index()).size());
      new AssessCode(code, plan, tables, award, lacks, explain, true, assumptions)
          .write(uses.of(award.index()), limits);
    } else {
      code.iconst_0().ireturn();
    }
  }

  boolean settlesAtOnce(Award award) {
    return plan.rewarded(award.index()).isEmpty() && uses.settlesAtOnce(award, plan.policy());
  }

  private void select(CodeBuilder code, Award award) {
    var filter = award.filter();
    if (filter == null) {
      code.iconst_0().ireturn();
    } else {
      SelectCode.write(code, plan, tables, award, filter);
    }
  }

  /// The face's method: the loop's number, then what the loop takes.
  private void dispatch(ClassBuilder type, String name, MethodTypeDesc loop, int count) {
    var face = loop.insertParameterTypes(0, ConstantDescs.CD_int);
    type.withMethodBody(
        name,
        face,
        ClassFile.ACC_PUBLIC,
        code -> {
          var none = code.newLabel();
          var cases = new ArrayList<SwitchCase>();
          for (int i = 0; i < count; i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
          }
          code.iload(1).tableswitch(0, Math.max(0, count - 1), none, cases);
          for (var each : cases) {
            code.labelBinding(each.target());
            for (int i = 1; i < face.parameterCount(); i++) {
              code.loadLocal(TypeKind.from(face.parameterType(i)), code.parameterSlot(i));
            }
            code.invokestatic(SELF, name + each.caseValue(), loop);
            code.return_(TypeKind.from(loop.returnType()));
          }
          code.labelBinding(none);
          code.new_(MISTAKE).dup().invokespecial(MISTAKE, "<init>", ConstantDescs.MTD_void);
          code.athrow();
        });
  }
}
