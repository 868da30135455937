/// How a command comes to the data of a node: through the process that serves them, or by opening
/// them itself.
@NullMarked
package duixian.cli.node.data;

import org.jspecify.annotations.NullMarked;
