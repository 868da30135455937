/// Facts with their source, bitemporal: since when a value holds, and since when we know it.
///
/// Reading order: [Statement], [FactStore], [AsOf], [FactsJson]. Nothing is overwritten; what was
/// known on any day can be asked.
@ApplicationModule(displayName = "事实")
@NullMarked
package duixian.service.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
