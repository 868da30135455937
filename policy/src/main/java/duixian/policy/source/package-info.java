/// Texts, places in them, and what is wrong there.
@NullMarked
package duixian.policy.source;

import org.jspecify.annotations.NullMarked;
