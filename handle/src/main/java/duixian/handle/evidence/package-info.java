/// What an auditor believes: counters, an append-only event log, a scan, and roots that chain them.
///
/// Reading order: [Journal], [Answer], [Ledger], [YearReport]. Registrations are counted where they
/// become durable, in the commit of the store; everything else is counted by whoever answers,
/// through [Journal].
@NullMarked
package duixian.handle.evidence;

import org.jspecify.annotations.NullMarked;
