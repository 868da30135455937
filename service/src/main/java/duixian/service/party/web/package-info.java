/// The accounts of a unit for its applicant, and what administrators and offices keep about
/// parties.
@NullMarked
package duixian.service.party.web;

import org.jspecify.annotations.NullMarked;
