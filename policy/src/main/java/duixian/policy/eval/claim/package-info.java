/// What is claimed: the rows of an award with their year, day, place in the order and keys.
///
/// Reading order: [Row], [Rows], [Term], [Keys], [Rewarded].
@NullMarked
package duixian.policy.eval.claim;

import org.jspecify.annotations.NullMarked;
