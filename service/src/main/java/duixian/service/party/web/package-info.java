/// Who takes part: users with roles, units, experts, credit records, and the accounts of a unit for
/// its applicant. Every change is an act in the log.
@NullMarked
package duixian.service.party.web;

import org.jspecify.annotations.NullMarked;
