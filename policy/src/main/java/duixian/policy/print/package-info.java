/// Every stage of the compiler as text: tokens, statements, the checked program.
@NullMarked
package duixian.policy.print;

import org.jspecify.annotations.NullMarked;
