@NullMarked
package duixian.handle.http.quick;

import org.jspecify.annotations.NullMarked;
