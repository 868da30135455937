/// The exact way for the few rows that scaled longs cannot hold: the same meaning on rationals, one
/// row at a time.
@NullMarked
package duixian.policy.columns.exact;

import org.jspecify.annotations.NullMarked;
