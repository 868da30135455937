/// What Linux offers and the JDK does not: calls on sockets and io_uring.
@NullMarked
package duixian.handle.linux;

import org.jspecify.annotations.NullMarked;
