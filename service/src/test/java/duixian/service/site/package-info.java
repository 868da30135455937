/// How answers become files and figures.
@NullMarked
package duixian.service.site;

import org.jspecify.annotations.NullMarked;
