/// The policy engine beside its peers: a hand-written loop, DuckDB, CEL and Drools on the same
/// claims, checked to the same sum.
///
/// Reading order: [PolicyBench], [Claims], [Peers], [ByLoop], [WholePolicy], [WholeProcess].
@NullMarked
package duixian.bench.policy;

import org.jspecify.annotations.NullMarked;
