@NullMarked
package duixian.handle.transport;

import org.jspecify.annotations.NullMarked;
