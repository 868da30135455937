@NullMarked
package duixian.handle.cache;

import org.jspecify.annotations.NullMarked;
