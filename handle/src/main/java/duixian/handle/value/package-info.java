/// What an identifier holds, and its bytes on the wire and in the store.
///
/// Reading order: [HandleValue], [Reference], [AdminRecord], [SiteInfo], [HandleRecord]; [Input]
/// and [Output] are the two ends of every encoding. Numbers are big-endian; a text or byte field is
/// a four-byte length and its bytes; text is UTF-8 and must be well formed (RFC 3651, 3652).
@NullMarked
package duixian.handle.value;

import org.jspecify.annotations.NullMarked;
