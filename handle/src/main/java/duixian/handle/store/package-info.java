/// Where identifiers live: atomic create-if-absent, get, durable group commit, import and backup.
///
/// Reading order: [Store], [Change], [Outcome], [Entry], [AnswerCache], [RocksStore]. A record is
/// opaque bytes here; only times, version and channel are known. Nothing in here opens a socket.
@NullMarked
package duixian.handle.store;

import org.jspecify.annotations.NullMarked;
