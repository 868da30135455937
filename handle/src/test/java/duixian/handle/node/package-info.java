@NullMarked
package duixian.handle.node;

import org.jspecify.annotations.NullMarked;
