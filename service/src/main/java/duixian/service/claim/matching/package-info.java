/// Every unit against every measure: what is payable now, what is missing, and what raises its own
/// claim.
@NamedInterface("matching")
@NullMarked
package duixian.service.claim.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
