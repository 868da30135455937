/// The store on RocksDB: one committer decides, one fsync per group makes it durable.
///
/// Reading order: [RocksStore], [Committer], [Head], [Engine]. Column families: `default` holds the
/// identifiers, `tally` the counters, `once` the idempotency keys, `rows` the small tables, `meta`
/// the last group and the last tick.
@NullMarked
package duixian.handle.rocks;

import org.jspecify.annotations.NullMarked;
