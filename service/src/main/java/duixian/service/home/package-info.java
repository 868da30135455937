/// The first page: what the policy offers and how far it is, put together from the other modules.
@ApplicationModule(displayName = "首页")
@NullMarked
package duixian.service.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
