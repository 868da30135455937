@NullMarked
package duixian.handle.server;

import org.jspecify.annotations.NullMarked;
