/// What a unit says against facts that others measured or recognised.
@NamedInterface("contest")
@NullMarked
package duixian.service.fact.contest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
