/// The append-only event log: blocks of events, a Merkle root per minute, chained and signed.
///
/// Reading order: [Block], [EventLog], [Merkle], [Seal], [Audit], [Proof]. One file per day of
/// Asia/Shanghai, one line per sealed minute; everything in here can be checked without the node.
@NullMarked
package duixian.handle.events;

import org.jspecify.annotations.NullMarked;
