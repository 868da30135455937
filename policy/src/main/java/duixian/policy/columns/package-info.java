/// Columns: a policy compiled to loops over `long[]`, for whole cities and for simulation. The same
/// meaning as the reference evaluation, to the fen.
///
/// Reading order: [ColumnProgram], [ColumnResult], [AwardColumns]; inside, `plan` (what is
/// derived), `code` (bytecode), `derive` and `settle` (the passes between and after), `exact` (rows
/// that longs cannot hold).
@NullMarked
package duixian.policy.columns;

import org.jspecify.annotations.NullMarked;
