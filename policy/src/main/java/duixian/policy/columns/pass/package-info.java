/// What generated loops read and write while a policy runs: the frame of input columns, derived
/// values, and the sheet of each award.
///
/// Values are scaled longs; three values at the lower end of long are not numbers but states, see
/// [Cell].
@NullMarked
package duixian.policy.columns.pass;

import org.jspecify.annotations.NullMarked;
