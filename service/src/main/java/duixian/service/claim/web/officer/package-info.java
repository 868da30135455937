/// 待办 and 案件: what an officer must do today, and what may be done on a case and what follows.
@NullMarked
package duixian.service.claim.web.officer;

import org.jspecify.annotations.NullMarked;
