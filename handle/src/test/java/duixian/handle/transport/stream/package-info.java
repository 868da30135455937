@NullMarked
package duixian.handle.transport.stream;

import org.jspecify.annotations.NullMarked;
