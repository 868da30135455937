/// What a cap or a number of places leaves before a decision, and who competes for it.
@NamedInterface("room")
@NullMarked
package duixian.service.claim.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
