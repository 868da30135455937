/// What the loads ask for: synthetic identifiers and encoded requests for them.
@NullMarked
package duixian.bench.node.request;

import org.jspecify.annotations.NullMarked;
