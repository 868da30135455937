/// The checked policy: every name resolved, every type and unit known, every literal traced. The
/// only meaning of a policy.
///
/// Reading order: [Policy], [Entity], [Type], [Expr], [Award], [Cap], [Literal], [Reading]. Values
/// are exact; a number is in its base unit (yuan, m², day, one), never in its stored scale.
@NullMarked
package duixian.policy.model;

import org.jspecify.annotations.NullMarked;
