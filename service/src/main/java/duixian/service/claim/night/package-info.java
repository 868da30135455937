/// 免申即享 at work: matching by night and on change, and the record of every run.
@NamedInterface("night")
@NullMarked
package duixian.service.claim.night;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
