package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The method that is being written. Inputs that a loop reads are loaded once, in a preamble that
/// is written last and runs first.
public final class Body {
  public static final ClassDesc CHECKED = desc(Checked.class);
  public static final ClassDesc FRAME = desc(Frame.class);
  public static final ClassDesc CALENDAR = desc(Calendar.class);
  public static final MethodTypeDesc I_I = MethodTypeDesc.ofDescriptor("(I)I");
  public static final ClassDesc MATH = desc(Math.class);
  public static final ClassDesc INT = ConstantDescs.CD_int;
  public static final ClassDesc LONG = ConstantDescs.CD_long;
  public static final MethodTypeDesc TO_LONG = MethodTypeDesc.ofDescriptor("()J");
  public static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  public static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final MethodTypeDesc J_Z = MethodTypeDesc.ofDescriptor("(J)Z");
  public static final MethodTypeDesc JJ_J = MethodTypeDesc.ofDescriptor("(JJ)J");
  private static final MethodTypeDesc JJ_Z = MethodTypeDesc.ofDescriptor("(JJ)Z");

  public final CodeBuilder code;
  public final Label exact;
  private final int frame;
  private final Label preamble;
  private final Label start;
  private final Map<Input, Integer> inputs = new LinkedHashMap<>();

  /// `exact` is where a row goes that long arithmetic cannot hold; `frame` is the local of the
  /// [Frame].
  public Body(CodeBuilder code, int frame) {
    this.code = code;
    this.frame = frame;
    this.exact = code.newLabel();
    this.preamble = code.newLabel();
    this.start = code.newLabel();
    code.goto_(preamble).labelBinding(start);
  }

  public static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /// What a method of the object in local `holder` answers.
  public record Input(
      int holder, ClassDesc owner, String name, MethodTypeDesc type, List<Integer> at) {
    void load(CodeBuilder code) {
      code.aload(holder);
      at.forEach(code::loadConstant);
      code.invokevirtual(owner, name, type);
    }

    TypeKind kind() {
      return TypeKind.from(type.returnType());
    }
  }

  /// A `long[]` of the frame.
  public int longs(String name, int... at) {
    return input(frame, FRAME, name, LONGS, at);
  }

  /// An `int[]` of the frame.
  public int ints(String name, int... at) {
    return input(frame, FRAME, name, INTS, at);
  }

  /// The local with what `name` of the holder answers; loaded in the preamble.
  public int input(int holder, ClassDesc owner, String name, ClassDesc returned, int... at) {
    var takes = Collections.nCopies(at.length, ConstantDescs.CD_int);
    var type = MethodTypeDesc.of(returned, takes);
    var key = new Input(holder, owner, name, type, Arrays.stream(at).boxed().toList());
    return inputs.computeIfAbsent(key, input -> code.allocateLocal(input.kind()));
  }

  public int calendar() {
    return input(frame, FRAME, "calendar", CALENDAR);
  }

  public int slots() {
    return input(calendar(), CALENDAR, "slots", ConstantDescs.CD_int);
  }

  public int epochs() {
    return input(calendar(), CALENDAR, "epochs", ConstantDescs.CD_int);
  }

  public int frame() {
    return frame;
  }

  /// Writes the preamble; the last thing to do.
  public void finish() {
    code.labelBinding(preamble);
    inputs.forEach((input, local) -> {
      input.load(code);
      code.storeLocal(input.kind(), local);
    });
    code.goto_(start);
  }

  public int newInt() {
    return code.allocateLocal(TypeKind.INT);
  }

  public int newLong() {
    return code.allocateLocal(TypeKind.LONG);
  }

  public void load(Operand operand) {
    switch (operand) {
      case Operand.Slot(var local) -> code.lload(local);
      case Operand.Fixed(var value) -> code.loadConstant(value);
    }
  }

  /// Takes the long on the stack into a local.
  public Operand keep() {
    var local = newLong();
    code.lstore(local);
    return new Operand.Slot(local);
  }

  public void store(Operand value, int local) {
    load(value);
    code.lstore(local);
  }

  /// Long arithmetic cannot go on: the row leaves. The code behind stays reachable for the
  /// verifier.
  public Operand giveUp() {
    code.iconst_0().ifeq(exact);
    return Operand.Fixed.ZERO;
  }

  public Operand or(Operand a, Operand b) {
    if (a.is(0) || a.equals(b)) {
      return b;
    }
    if (b.is(0)) {
      return a;
    }
    load(a);
    load(b);
    code.lor();
    return keep();
  }

  public void ifZero(Operand value, Label to) {
    load(value);
    code.lconst_0().lcmp().ifeq(to);
  }

  public void ifNotZero(Operand value, Label to) {
    load(value);
    code.lconst_0().lcmp().ifne(to);
  }

  public Operand times(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)));
    }
    if (a instanceof Operand.Fixed(var factor)) {
      return scaled(b, factor);
    }
    if (b instanceof Operand.Fixed(var factor)) {
      return scaled(a, factor);
    }
    leaveIf("overflowsTimes", a, b);
    load(a);
    load(b);
    code.lmul();
    return keep();
  }

  public Operand plus(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).add(BigInteger.valueOf(y)));
    }
    if (a.is(0) || b.is(0)) {
      return a.is(0) ? b : a;
    }
    leaveIf("overflowsPlus", a, b);
    load(a);
    load(b);
    code.ladd();
    return keep();
  }

  public Operand minus(Operand a, Operand b) {
    if (a instanceof Operand.Fixed(var x) && b instanceof Operand.Fixed(var y)) {
      return fold(BigInteger.valueOf(x).subtract(BigInteger.valueOf(y)));
    }
    if (b.is(0)) {
      return a;
    }
    leaveIf("overflowsMinus", a, b);
    load(a);
    load(b);
    code.lsub();
    return keep();
  }

  public void call(String name, MethodTypeDesc type) {
    code.invokestatic(CHECKED, name, type);
  }

  private Operand scaled(Operand value, long factor) {
    if (factor == 0 || factor == 1) {
      return factor == 0 ? Operand.Fixed.ZERO : value;
    }
    if (factor == Long.MIN_VALUE) {
      return giveUp();
    }
    leaveIf("outside", value, new Operand.Fixed(Long.MAX_VALUE / Math.abs(factor)));
    load(value);
    code.loadConstant(factor).lmul();
    return keep();
  }

  private void leaveIf(String check, Operand a, Operand b) {
    load(a);
    load(b);
    call(check, JJ_Z);
    code.ifne(exact);
  }

  private Operand fold(BigInteger value) {
    return value.bitLength() < 64 ? new Operand.Fixed(value.longValue()) : giveUp();
  }

  /// Reads a stored cell from the stack: a state becomes a lack, or sends the row the exact way.
  public Value cell(long scale, long bit) {
    var bits = newLong();
    var lack = newLong();
    var there = code.newLabel();
    var done = code.newLabel();
    code.lstore(bits).lload(bits).invokestatic(CHECKED, "isState", J_Z);
    code.ifeq(there);
    code.lload(bits).loadConstant(Cell.EXACT).lcmp().ifeq(exact);
    code.lload(bits).loadConstant(bit).invokestatic(CHECKED, "lack", JJ_J);
    code.lstore(lack).lconst_0().lstore(bits).goto_(done);
    code.labelBinding(there).lconst_0().lstore(lack).labelBinding(done);
    return new Value(new Operand.Slot(bits), scale, Operand.Fixed.ONE, new Operand.Slot(lack));
  }

  /// Reads a fact from the stack: [Cell#MISSING] becomes a lack.
  public Value fact(long scale, long bit) {
    var bits = newLong();
    var lack = newLong();
    var there = code.newLabel();
    var done = code.newLabel();
    code.lstore(bits).lload(bits).loadConstant(Cell.MISSING).lcmp().ifne(there);
    code.lconst_0().lstore(bits).loadConstant(bit).lstore(lack).goto_(done);
    code.labelBinding(there).lconst_0().lstore(lack).labelBinding(done);
    return new Value(new Operand.Slot(bits), scale, Operand.Fixed.ONE, new Operand.Slot(lack));
  }
}
