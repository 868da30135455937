package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.expression.Value;
import duixian.policy.columns.pass.Failure;
import duixian.policy.model.Award;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes the policy's own days: a row before 施行, after 届满 or after 认定日 is 不符合. One comparison lets
/// the others pass.
final class TermCode {
  private static final ClassDesc INTEGER = Body.desc(Integer.class);
  private static final ClassDesc LONG = Body.desc(Long.class);
  private static final MethodTypeDesc II_I = MethodTypeDesc.ofDescriptor("(II)I");
  private static final MethodTypeDesc JJ_I = MethodTypeDesc.ofDescriptor("(JJ)I");

  private final Body body;
  private final CodeBuilder code;
  private final RowCode row;

  TermCode(Body body, RowCode row) {
    this.body = body;
    this.code = body.code;
    this.row = row;
  }

  void write(Award award, Dating dating, Value day) {
    if (isAssumed(award)) {
      return;
    }
    if (Dating.isByYear(award)) {
      var inside = code.newLabel();
      code.iload(dating.year()).iload(bound("effectiveYear", Body.INT)).isub();
      code.iload(bound("years", Body.INT));
      code.invokestatic(INTEGER, "compareUnsigned", II_I).ifle(inside);
      fail(Failure.BEFORE_EFFECTIVE, dating.year(), "effectiveYear", true);
      fail(Failure.AFTER_EXPIRY, dating.year(), "expiryYear", false);
      fail(Failure.AFTER_ASSESSMENT, dating.year(), "assessedYear", false);
      code.labelBinding(inside);
      return;
    }
    var dateless = code.newLabel();
    if (!day.isThere()) {
      body.ifNotZero(day.lack(), dateless);
    }
    body.load(day.bits());
    code.lload(bound("effective", Body.LONG)).lsub().lload(bound("days", Body.LONG));
    code.invokestatic(LONG, "compareUnsigned", JJ_I).ifle(dateless);
    fail(Failure.BEFORE_EFFECTIVE, day.bits(), "effective", true);
    fail(Failure.AFTER_EXPIRY, day.bits(), "expires", false);
    fail(Failure.AFTER_ASSESSMENT, day.bits(), "assessed", false);
    code.labelBinding(dateless);
  }

  /// Whether no row lies outside; then the assumptions say so.
  private boolean isAssumed(Award award) {
    var assumptions = body.assumptions();
    if (assumptions == null || award.rowPerYear()) {
      return false;
    }
    if (award.object().yearly()) {
      assumptions.years(award.object());
      return true;
    }
    return Dating.isAssumedWithin(body, award);
  }

  private void fail(long reason, Operand day, String bound, boolean before) {
    var fine = code.newLabel();
    body.load(day);
    code.lload(bound(bound, Body.LONG)).lcmp();
    failUnless(before, fine, reason);
  }

  private void fail(long reason, int year, String bound, boolean before) {
    var fine = code.newLabel();
    code.iload(year).iload(bound(bound, Body.INT)).isub();
    failUnless(before, fine, reason);
  }

  private int bound(String name, ClassDesc type) {
    return body.input(body.calendar(), Body.CALENDAR, name, type);
  }

  private void failUnless(boolean before, Label fine, long reason) {
    if (before) {
      code.ifge(fine);
    } else {
      code.ifle(fine);
    }
    row.ineligible(new Operand.Fixed(reason));
    code.labelBinding(fine);
  }
}
