/// Days counted against the notices of the State Council.
@NullMarked
package duixian.service.calendar;

import org.jspecify.annotations.NullMarked;
