package duixian.policy.columns.code;

import duixian.policy.columns.expression.Body;
import duixian.policy.columns.expression.Operand;
import duixian.policy.columns.pass.Sheet;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;

/// Writes what becomes of the row at hand into its sheet, and goes on to the next.
final class RowCode {
  private static final MethodTypeDesc J_B = MethodTypeDesc.ofDescriptor("(J)B");

  private final Body body;
  private final CodeBuilder code;
  private final int at;
  private final Label next;
  private final boolean explain;
  private final boolean settles;

  /// `settles`: nobody clears figures and ceilings beforehand.
  RowCode(Body body, int at, Label next, boolean explain, boolean settles) {
    this.body = body;
    this.code = body.code;
    this.at = at;
    this.next = next;
    this.explain = explain;
    this.settles = settles;
  }

  void ineligible(Operand failed) {
    code.aload(states()).iload(at).loadConstant((int) Sheet.INELIGIBLE).bastore();
    clear();
    if (explain) {
      put("failures", failed);
    }
    code.goto_(next);
  }

  void lacking(Operand lack) {
    code.aload(states()).iload(at);
    body.load(lack);
    body.call("lacking", J_B);
    code.bastore();
    clear();
    if (explain) {
      put("lacks", lack);
    }
    code.goto_(next);
  }

  private void clear() {
    if (settles) {
      put("figures", Operand.Fixed.ZERO);
      put("ceilings", Operand.Fixed.ZERO);
    }
  }

  /// A row whose conditions hold; what it lacks speaks when its turn comes.
  void held(Operand lack) {
    code.aload(states()).iload(at);
    body.load(lack);
    body.call("held", J_B);
    code.bastore();
    if (explain) {
      put("lacks", lack);
    }
    code.goto_(next);
  }

  int states() {
    return body.input(1, AssessCode.SHEET, "states", Body.BYTES);
  }

  void put(String column, Operand value) {
    code.aload(body.input(1, AssessCode.SHEET, column, Body.LONGS)).iload(at);
    body.load(value);
    code.lastore();
  }
}
