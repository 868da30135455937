/// How far each target of the policy is, measured over the records and never typed in.
@ApplicationModule(displayName = "目标")
@NullMarked
package duixian.service.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
