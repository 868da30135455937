@NullMarked
package duixian.handle.registry;

import org.jspecify.annotations.NullMarked;
