/// `duixian node`: serves identifiers, brings them in, and shows an auditor what was counted.
///
/// Reading order: [NodeCommands], [duixian.cli.node.data.Reach], one class per command. What looks
/// at data runs in the process that serves them, if there is one, and here if not.
@NullMarked
package duixian.cli.node;

import org.jspecify.annotations.NullMarked;
