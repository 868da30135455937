/// The official text: whether quotes are true to it, what no quote covers, and which numbers a
/// quote holds.
@NullMarked
package duixian.policy.law;

import org.jspecify.annotations.NullMarked;
