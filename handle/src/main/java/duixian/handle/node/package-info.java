/// What a request means: who may do what with which identifier, and the answer to it.
///
/// Reading order: [Node], [Resolution], [Registrar], [Rights], [Authenticator], [Prefixes],
/// [Templates]. Knows the store, the journal and the keys; knows no socket. Prefixes,
/// administrators and templates are local tables: no request asks the network.
@NullMarked
package duixian.handle.node;

import org.jspecify.annotations.NullMarked;
