/// Figures that an administrator sets from a day on: limits of steps, the rate of interest at
/// recovery. Every change is an act in the log; none is overwritten.
@ApplicationModule(displayName = "参数")
@NullMarked
package duixian.service.parameter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
