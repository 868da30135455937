/// 监督: the log and its signed head, replays, samples; nothing here changes anything.
@NullMarked
package duixian.service.claim.web.oversight;

import org.jspecify.annotations.NullMarked;
