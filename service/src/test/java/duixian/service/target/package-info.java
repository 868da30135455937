/// How answers become files and figures.
@NullMarked
package duixian.service.target;

import org.jspecify.annotations.NullMarked;
