package duixian.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/// A signed statement: the log had so many entries with this root. `at` is epoch milliseconds; the
/// signature is Ed25519 over one line of text, in Base64.
public record TreeHead(long size, Hash root, long at, String signature) {
  public static TreeHead sign(long size, Hash root, long at, PrivateKey key) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(words(size, root, at));
      return new TreeHead(size, root, at, Base64.getEncoder().encodeToString(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  public boolean isSignedBy(PublicKey key) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(words(size, root, at));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] words(long size, Hash root, long at) {
    return ("duixian tree head " + size + " " + root.hex() + " " + at).getBytes(UTF_8);
  }
}
