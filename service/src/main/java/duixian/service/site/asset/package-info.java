/// The static files of the pages, sent under the hash of their content.
@NullMarked
package duixian.service.site.asset;

import org.jspecify.annotations.NullMarked;
