@NullMarked
package duixian.handle.value;

import org.jspecify.annotations.NullMarked;
