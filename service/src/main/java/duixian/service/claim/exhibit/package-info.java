/// What officers, departments, experts and auditors bring into a case: photos of the site, reports.
@NamedInterface("exhibit")
@NullMarked
package duixian.service.claim.exhibit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
