/// Writes expressions as bytecode.
///
/// Code works on locals only, so that the operand stack is empty wherever a row leaves for the
/// exact way. A value is `bits ÷ (scale × below)`: `scale` is known when the code is written,
/// `below` (after a division) when it runs; `lack` is a mask of missing facts, 0 when the value is
/// there.
@NullMarked
package duixian.policy.columns.expression;

import org.jspecify.annotations.NullMarked;
