/// What a request means: from a message and who sent it to the answer.
///
/// Reading order: [Node], [Resolution], [Registrar], [Authenticator], [Envoy], [QuickAnswers].
/// Knows the store, the journal, the keys and the registry; knows no socket.
@NullMarked
package duixian.handle.node;

import org.jspecify.annotations.NullMarked;
