/// Measures the identifier node: server and load in processes of their own, a raw echo server as
/// the floor, all in one run.
@NullMarked
package duixian.bench.node;

import org.jspecify.annotations.NullMarked;
