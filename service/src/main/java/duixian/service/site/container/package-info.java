/// What the web container refuses before any page is asked: a request line it cannot read, headers
/// that are too long.
@NullMarked
package duixian.service.site.container;

import org.jspecify.annotations.NullMarked;
