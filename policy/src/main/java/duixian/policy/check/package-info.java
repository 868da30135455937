/// From statements to the checked model, a class for each kind of statement. Everything wrong
/// becomes a diagnostic.
///
/// Reading order: [PolicyChecker], [EntityCheck], [AwardCheck], [CapCheck].
@NullMarked
package duixian.policy.check;

import org.jspecify.annotations.NullMarked;
