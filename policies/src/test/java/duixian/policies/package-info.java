/// What the law texts of this module are held to: they check, and their worked examples come true.
@NullMarked
package duixian.policies;

import org.jspecify.annotations.NullMarked;
