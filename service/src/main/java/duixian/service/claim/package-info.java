/// From declaration to decision: matching, submission as an immutable snapshot, the steps of the
/// procedure with their clocks, and the decision that reserves caps and budget.
///
/// Reading order: [Claims], [Claim], [duixian.service.claim.procedure.Procedure],
/// [duixian.service.claim.matching.Matching], [duixian.service.claim.submission.Snapshot].
@ApplicationModule(displayName = "申报与审定")
@NullMarked
package duixian.service.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
