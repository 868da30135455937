/// JSON in and out, with the names of the facts files, so that a city's other systems can be fed.
@ApplicationModule(displayName = "接口")
@NullMarked
package duixian.service.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
