@NullMarked
package duixian.handle.key;

import org.jspecify.annotations.NullMarked;
