/// What a resubmission after 补正 changed, shown to the unit and to the officer alike.
@NullMarked
package duixian.service.claim.web.version;

import org.jspecify.annotations.NullMarked;
