/// What awards and caps are counted and limited by: keys, limits, places, terms, frequencies.
@NullMarked
package duixian.policy.check.limit;

import org.jspecify.annotations.NullMarked;
