/// What the columns of a policy need before any code is written: which values are derived by a pass
/// of their own, in which order, and what depends on the year or on a dated revision.
@NullMarked
package duixian.policy.columns.plan;

import org.jspecify.annotations.NullMarked;
