/// What other modules add to the page of a case: objections, payments.
@NamedInterface("aside")
@NullMarked
package duixian.service.claim.aside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
