/// What missing facts may still change: an expression's value between two bounds.
///
/// Reading order: [Possible], [Interval], [Bounds].
@NullMarked
package duixian.policy.eval.bounds;

import org.jspecify.annotations.NullMarked;
