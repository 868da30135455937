/// The passes between the loops: sums and counts by group, first years, earliest records, outside
/// money. Each is linear in the records that it visits.
@NullMarked
package duixian.policy.columns.derive;

import org.jspecify.annotations.NullMarked;
