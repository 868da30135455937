/// The people and programs that may use the HTTP interfaces, and their tokens.
@NullMarked
package duixian.handle.account;

import org.jspecify.annotations.NullMarked;
