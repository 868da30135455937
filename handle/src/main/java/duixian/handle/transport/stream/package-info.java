/// Connections of any protocol that cuts and answers messages on its own, through io_uring or
/// Netty.
@NullMarked
package duixian.handle.transport.stream;

import org.jspecify.annotations.NullMarked;
