/// The load on a node: synthetic identifiers, and clients that ask for them or make them as fast as
/// they can.
@NullMarked
package duixian.bench.node.load;

import org.jspecify.annotations.NullMarked;
