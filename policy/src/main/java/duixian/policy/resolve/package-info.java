/// What expressions mean where they stand: names, types, units, and the origin of each number.
///
/// Reading order: [Draft], [Scope], [Expressions], [Names], [Literals].
@NullMarked
package duixian.policy.resolve;

import org.jspecify.annotations.NullMarked;
