/// What an assessment answers: a [Decision] for each award and object, and the [Explanation] behind
/// each figure.
@NullMarked
package duixian.policy.trace;

import org.jspecify.annotations.NullMarked;
