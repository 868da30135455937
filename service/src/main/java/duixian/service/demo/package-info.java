/// The sample city: synthetic units, offices and persons, and claims in every state, made by the
/// same acts that people would do.
@ApplicationModule(displayName = "示例城市")
@NullMarked
package duixian.service.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
