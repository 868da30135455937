/// Tests of forms without scripts.
@NullMarked
package duixian.service.site.form;

import org.jspecify.annotations.NullMarked;
