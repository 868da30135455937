package duixian.policy.columns.expression;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.KeySpace;
import duixian.policy.columns.plan.Assumptions;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/// The method that is being written. Inputs that a loop reads are loaded once, in a preamble that
/// is written last and runs first.
public final class Body {
  public static final ClassDesc CHECKED = desc(Checked.class);
  public static final ClassDesc FRAME = desc(Frame.class);
  public static final ClassDesc SPACE = desc(KeySpace.class);
  public static final ClassDesc CALENDAR = desc(Calendar.class);
  public static final MethodTypeDesc I_I = MethodTypeDesc.ofDescriptor("(I)I");
  public static final ClassDesc MATH = desc(Math.class);
  public static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
  public static final ClassDesc INT = ConstantDescs.CD_int;
  public static final ClassDesc LONG = ConstantDescs.CD_long;
  public static final MethodTypeDesc TO_LONG = MethodTypeDesc.ofDescriptor("()J");
  public static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  public static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
  public static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final MethodTypeDesc J_Z = MethodTypeDesc.ofDescriptor("(J)Z");
  public static final MethodTypeDesc JJ_J = MethodTypeDesc.ofDescriptor("(JJ)J");

  public final CodeBuilder code;
  public final Label exact;
  private final int frame;
  private final boolean revised;
  private final @Nullable Assumptions assumptions;
  private final Arithmetic arithmetic;
  private final Preamble preamble;

  /// `exact` is where a row goes that long arithmetic cannot hold; `frame` is the local of the
  /// [Frame]; `revised` tells whether literals have dated changes.
  public Body(CodeBuilder code, int frame, boolean revised, @Nullable Assumptions assumptions) {
    this.code = code;
    this.frame = frame;
    this.revised = revised;
    this.assumptions = assumptions;
    this.arithmetic = new Arithmetic(this);
    this.exact = code.newLabel();
    this.preamble = new Preamble(code);
  }

  public static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
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
    return preamble.input(holder, owner, name, returned, at);
  }

  public int calendar() {
    return input(frame, FRAME, "calendar", CALENDAR);
  }

  /// Writes the rank of the year in one local into another.
  public void rank(int year, int rank) {
    var first = input(calendar(), CALENDAR, "first", INT);
    var ranks = input(calendar(), CALENDAR, "ranks", INTS);
    code.iload(year).iload(first).aload(ranks).iload(slots());
    call("rank", MethodTypeDesc.of(INT, INT, INT, INTS, INT));
    code.istore(rank);
  }

  /// Writes the rank of the year of the day in one local into another; `within`: the day lies in
  /// the time of the policy.
  public void rankOfDay(int day, boolean within, int rank) {
    var effective = input(calendar(), CALENDAR, "effective", LONG);
    var ranks = input(calendar(), CALENDAR, "dayRanks", INTS);
    if (within) {
      code.aload(ranks).lload(day).lload(effective).lsub().l2i().iaload();
    } else {
      code.lload(day).lload(effective).aload(ranks).aload(calendar());
      call("rankOfDay", MethodTypeDesc.of(INT, LONG, LONG, INTS, CALENDAR));
    }
    code.istore(rank);
  }

  /// Writes the epoch of a rank into a local; without dated revisions there is one epoch.
  public void epochOfRank(int rank, int epoch) {
    if (revised) {
      code.aload(calendar()).iload(rank);
      code.invokevirtual(CALENDAR, "epochOfRank", I_I).istore(epoch);
    } else {
      code.iconst_0().istore(epoch);
    }
  }

  /// The local of a numbering of keys.
  public int space(int index) {
    return input(frame, FRAME, "space", SPACE, index);
  }

  /// The local of a new `long[]` with a cell for each key of the numbering in local `space`.
  public int numbers(int space) {
    return preamble.numbers(space);
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
    preamble.write();
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
  /// verifier, and what it works with is no number that anybody knows.
  public Operand giveUp() {
    code.iconst_0().ifeq(exact);
    code.lconst_0();
    return keep();
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
    return arithmetic.times(a, b);
  }

  public Operand plus(Operand a, Operand b) {
    return arithmetic.plus(a, b);
  }

  public Operand minus(Operand a, Operand b) {
    return arithmetic.minus(a, b);
  }

  /// Whether an operand is known to be zero or more.
  public boolean isAtLeastZero(Operand operand) {
    return arithmetic.isAtLeastZero(operand);
  }

  /// What the loop takes for granted; null when it asks row by row.
  public @Nullable Assumptions assumptions() {
    return assumptions;
  }

  public void call(String name, MethodTypeDesc type) {
    code.invokestatic(CHECKED, name, type);
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

  /// Reads a fact from the stack: [Cell#MISSING] becomes a lack, unless nothing is assumed to be
  /// missing.
  public Value fact(Entity owner, Field field, long bit) {
    var scale = field.type() instanceof Type.Amount ? field.scale() : 1;
    if (assumptions != null) {
      assumptions.fact(owner, field);
      var known = keep();
      arithmetic.range(known, 0, Assumptions.MOST);
      return new Value(known, scale, Operand.Fixed.ONE, Operand.Fixed.ZERO);
    }
    var bits = newLong();
    var lack = newLong();
    var there = code.newLabel();
    var done = code.newLabel();
    code.lstore(bits).lload(bits).lconst_0().lcmp().ifge(there);
    code.lload(bits).loadConstant(Cell.MISSING).lcmp().ifne(there);
    code.lconst_0().lstore(bits).loadConstant(bit).lstore(lack).goto_(done);
    code.labelBinding(there).lconst_0().lstore(lack).labelBinding(done);
    return new Value(new Operand.Slot(bits), scale, Operand.Fixed.ONE, new Operand.Slot(lack));
  }
}
