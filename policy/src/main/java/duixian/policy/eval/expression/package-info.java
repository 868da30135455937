/// The value of an expression on a record in a year: known, missing or undecided.
///
/// Reading order: [Value], [Scope], [Evaluation], [Gathering], [Wording], [ExpressionTree]. A
/// yearly record is always read in its own year and valued on that year's last day (never later
/// than the day of assessment), wherever the reading started; anything else keeps the year and day
/// of the row that is assessed.
@NullMarked
package duixian.policy.eval.expression;

import org.jspecify.annotations.NullMarked;
