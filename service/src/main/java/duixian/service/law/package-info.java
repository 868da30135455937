/// The policy in force: its texts kept by version, its readings chosen by date.
@ApplicationModule(displayName = "政策文本")
@NullMarked
package duixian.service.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
