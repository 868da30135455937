/// Runs a policy on facts, by the reference meaning or by columns, and makes the decisions that the
/// reports show.
@NullMarked
package duixian.cli.assess;

import org.jspecify.annotations.NullMarked;
