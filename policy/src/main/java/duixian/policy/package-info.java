/// The policy language: from the text of a policy to a decision that explains itself.
///
/// Nothing in here knows SQL, HTTP, the network or the clock.
@NullMarked
package duixian.policy;

import org.jspecify.annotations.NullMarked;
