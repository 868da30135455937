/// An append-only log that anyone can check offline: the Merkle trees of RFC 9162 over SHA-256.
///
/// Reading order: [Tree], [Proofs], [TreeHead], [Export], [Verification].
@NullMarked
package duixian.merkle;

import org.jspecify.annotations.NullMarked;
