/// Measures the service with a synthetic city: 10,000 units, 100,000 claims, 2 million facts.
///
/// Reading order: [ServiceBench] in one process, [Served] in another.
@NullMarked
package duixian.bench.service;

import org.jspecify.annotations.NullMarked;
