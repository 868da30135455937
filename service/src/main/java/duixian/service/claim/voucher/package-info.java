/// 专项审计: the invoices that a claim rests on, each matched with its contract, payment and booking.
@NamedInterface("voucher")
@NullMarked
package duixian.service.claim.voucher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
