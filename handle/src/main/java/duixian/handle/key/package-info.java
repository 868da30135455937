/// Keys and what they prove: signatures, secret-key proofs, challenges and sessions.
///
/// Reading order: [VerifyingKey], [SigningKey], [SecretProof], [Challenges], [Sessions]. RSA and
/// Ed25519 come from the JDK, SM2, SM3 and SM4 (GB/T 32918, 32905, 32907) from BouncyCastle.
@NullMarked
package duixian.handle.key;

import org.jspecify.annotations.NullMarked;
