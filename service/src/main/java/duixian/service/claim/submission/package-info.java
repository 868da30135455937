/// What was submitted: snapshots that are kept whole, explained, and run again to the same hash.
@NamedInterface("submission")
@NullMarked
package duixian.service.claim.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
