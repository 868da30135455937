/// Plans, payment orders, the bank's files out and in, recoveries.
///
/// Whatever is pressed or read twice pays once: an order is unique for its claim, a line of
/// feedback is known by its content.
@ApplicationModule(displayName = "下达与拨付")
@NullMarked
package duixian.service.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
