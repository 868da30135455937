/// Pages of the applicant: what the unit can have, its forms and its cases.
@NullMarked
package duixian.service.claim.web.applicant;

import org.jspecify.annotations.NullMarked;
