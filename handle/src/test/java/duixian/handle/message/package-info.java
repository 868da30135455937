@NullMarked
package duixian.handle.message;

import org.jspecify.annotations.NullMarked;
