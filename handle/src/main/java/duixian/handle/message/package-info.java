/// The Handle protocol, version 2.11, as bytes: pure, without sockets, clocks or a store.
///
/// Reading order: [Envelope], [Header], [Request], [Answer], [Message], [Decoder], [Encoder],
/// [Fragments]. After RFC 3652 with what deployed software adds: the request digest in front of an
/// answer, the session counter in a credential, and the Chinese login (2001).
@NullMarked
package duixian.handle.message;

import org.jspecify.annotations.NullMarked;
