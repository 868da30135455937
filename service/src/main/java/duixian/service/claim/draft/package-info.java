/// What an applicant types and brings before submitting: saved as typed, read only by the unit.
@NamedInterface("draft")
@NullMarked
package duixian.service.claim.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
