/// Texts by number: a million names without a million objects.
@NullMarked
package duixian.policy.facts.text;

import org.jspecify.annotations.NullMarked;
