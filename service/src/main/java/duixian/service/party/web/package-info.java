/// The accounts of a unit, for its applicant.
@NullMarked
package duixian.service.party.web;

import org.jspecify.annotations.NullMarked;
