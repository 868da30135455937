/// The log of every act: appended in the act's own transaction, in the order of commit, provable
/// offline.
///
/// Reading order: [Act], [AuditLog], [TreeHeads]. The tree is that of `duixian.merkle` (RFC 9162).
@ApplicationModule(displayName = "审计日志")
@NullMarked
package duixian.service.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
