package duixian.policy.columns.expression;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a loop reads and does not change, in locals: the code that loads it is written last, when
/// all of it is known, and runs first.
final class Preamble {
  private final CodeBuilder code;
  private final Label preamble;
  private final Label start;
  private final Map<Input, Integer> inputs = new LinkedHashMap<>();
  private final Map<Integer, Integer> arrays = new LinkedHashMap<>();

  Preamble(CodeBuilder code) {
    this.code = code;
    this.preamble = code.newLabel();
    this.start = code.newLabel();
    code.goto_(preamble).labelBinding(start);
  }

  /// What a method of the object in local `holder` answers.
  private record Input(
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

  int input(int holder, ClassDesc owner, String name, ClassDesc returned, int... at) {
    var takes = Collections.nCopies(at.length, ConstantDescs.CD_int);
    var type = MethodTypeDesc.of(returned, takes);
    var key = new Input(holder, owner, name, type, Arrays.stream(at).boxed().toList());
    return inputs.computeIfAbsent(key, input -> code.allocateLocal(input.kind()));
  }

  int numbers(int space) {
    return arrays.computeIfAbsent(space, _ -> code.allocateLocal(TypeKind.REFERENCE));
  }

  void write() {
    code.labelBinding(preamble);
    inputs.forEach((input, local) -> {
      input.load(code);
      code.storeLocal(input.kind(), local);
    });
    arrays.forEach((space, local) ->
        code.aload(space)
            .invokevirtual(Body.SPACE, "count", MethodTypeDesc.of(Body.INT))
            .newarray(TypeKind.LONG)
            .astore(local));
    code.goto_(start);
  }
}
