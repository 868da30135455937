/// Holds the ways of running a policy to one meaning: random policies, random facts, the same fen.
@NullMarked
package duixian.policy.agreement;

import org.jspecify.annotations.NullMarked;
