/// The reference meaning of a policy: every claim of a city judged, and any of them explained step
/// by step.
///
/// Reading order: [Evaluator], [Explainer], [Targets], [Properties]. Below: `expression` (values),
/// `bounds` (what missing facts may change), `claim` (rows), `settlement` (order, terms, caps).
@NullMarked
package duixian.policy.eval;

import org.jspecify.annotations.NullMarked;
