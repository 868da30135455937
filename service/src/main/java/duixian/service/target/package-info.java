/// The targets of article 一, measured from the records; nobody types a figure in.
@ApplicationModule(displayName = "目标")
@NullMarked
package duixian.service.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
