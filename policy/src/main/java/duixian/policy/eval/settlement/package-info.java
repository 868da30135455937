/// Who is granted how much: rows in their order, with terms, single grants, places, running
/// ceilings and caps across awards.
///
/// Reading order: [Settlement], [Rivals], [Marks], [Rule], [Ceilings], [Sharing], [Prospect],
/// [Room], [Settled].
@NullMarked
package duixian.policy.eval.settlement;

import org.jspecify.annotations.NullMarked;
