/// Explanations: the same values and settlement, retold as trees that an officer can check by hand.
///
/// Reading order: [ExpressionTree], [GatheringTree], [CeilingTree], [RowTree].
@NullMarked
package duixian.policy.eval.explain;

import org.jspecify.annotations.NullMarked;
