/// Procedures with their limits and the rate of interest, set from a day on by form or as a table;
/// the nights' record.
@NullMarked
package duixian.service.claim.web.setting;

import org.jspecify.annotations.NullMarked;
