/// The language as its users meet it: golden texts, and properties on mutated policies.
@NullMarked
package duixian.policy.language;

import org.jspecify.annotations.NullMarked;
