/// Caps, places and money as accounts in fen: reserved at decision, settled at payment, released or
/// reversed after; never above a bound, whatever runs at the same time or is killed.
///
/// Reading order: [Booking], [Accounts], [Outcome].
@ApplicationModule(displayName = "限额与预算")
@NullMarked
package duixian.service.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
