/// The auditor's table of invoices on a case: brought in, judged line by line, taken away.
@NullMarked
package duixian.service.claim.web.voucher;

import org.jspecify.annotations.NullMarked;
