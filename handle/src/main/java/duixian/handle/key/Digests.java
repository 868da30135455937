package duixian.handle.key;

import duixian.handle.message.Digest;
import duixian.handle.value.Malformed;
import org.bouncycastle.crypto.digests.SM3Digest;

/// Digests of requests, by the numbers of the protocol.
public final class Digests {
  private Digests() {}

  public static Digest of(byte algorithm, byte[] bytes) {
    return new Digest(
        algorithm,
        switch (algorithm) {
          case Digest.MD5 -> Jca.digest("MD5", bytes);
          case Digest.SHA1 -> Jca.digest("SHA-1", bytes);
          case Digest.SHA256 -> Jca.digest("SHA-256", bytes);
          case Digest.SM3 -> sm3(bytes);
          default -> throw new Malformed("unknown digest algorithm " + algorithm);
        });
  }

  static byte[] sm3(byte[]... parts) {
    var digest = new SM3Digest();
    for (var part : parts) {
      digest.update(part, 0, part.length);
    }
    var value = new byte[digest.getDigestSize()];
    digest.doFinal(value, 0);
    return value;
  }
}
