/// The steps and transitions that cases follow, as the tables say, and how they are drawn.
@NamedInterface("procedure")
@NullMarked
package duixian.service.claim.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
