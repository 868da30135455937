/// The commands an auditor uses: the figures of a year, the audit of the log, the proof of one
/// identifier.
@NullMarked
package duixian.cli.node.evidence;

import org.jspecify.annotations.NullMarked;
