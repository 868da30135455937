/// The second pass: who comes first, terms, single grants and places, running ceilings, and sharing
/// by the same fraction. No object per row.
@NullMarked
package duixian.policy.columns.settle;

import org.jspecify.annotations.NullMarked;
