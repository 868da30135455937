/// Writes a policy's loops as bytecode: one hidden class, one method per loop, long columns in,
/// long columns out.
@NullMarked
package duixian.policy.columns.code;

import org.jspecify.annotations.NullMarked;
