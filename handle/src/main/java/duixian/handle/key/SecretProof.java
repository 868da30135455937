package duixian.handle.key;

import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// What proves a secret key (a value of type `HS_SECKEY`) without showing it: a byte that names the
/// algorithm, and a digest over key and challenge. MD5 is refused.
public final class SecretProof {
  public static final String TYPE = "HS_SECKEY";

  static final byte SHA1 = 2;
  static final byte SHA256 = 3;
  static final byte HMAC_SHA1 = 0x12;
  static final byte HMAC_SHA256 = 0x13;
  static final byte PBKDF2 = 0x22;
  static final byte HMAC_SM3 = 0x53;

  /// A proof may ask for this much work at most.
  private static final int MOST_ROUNDS = 100_000;

  private SecretProof() {}

  /// The proof our own clients give.
  public static byte[] of(byte[] secret, byte[] challenge) {
    var salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new Output().int1(PBKDF2).raw(stretched(secret, challenge, salt, 10_000, 160)).toBytes();
  }

  /// The proof of the Chinese dialect, with SM3.
  public static byte[] withSm3(byte[] secret, byte[] challenge) {
    return new Output().int1(HMAC_SM3).raw(hmacSm3(secret, challenge)).toBytes();
  }

  public static boolean proves(byte[] secret, byte[] challenge, byte[] proof) {
    if (proof.length < 2) {
      return false;
    }
    var given = Arrays.copyOfRange(proof, 1, proof.length);
    var expected =
        switch (proof[0]) {
          case SHA1 -> Jca.digest("SHA-1", secret, challenge, secret);
          case SHA256 -> Jca.digest("SHA-256", secret, challenge, secret);
          case HMAC_SHA1 -> Jca.mac("HmacSHA1", secret, challenge);
          case HMAC_SHA256 -> Jca.mac("HmacSHA256", secret, challenge);
          case HMAC_SM3 -> hmacSm3(secret, challenge);
          case PBKDF2 -> stretchedLike(secret, challenge, given);
          default -> new byte[0];
        };
    return expected.length > 0 && MessageDigest.isEqual(expected, given);
  }

  private static byte[] stretchedLike(byte[] secret, byte[] challenge, byte[] given) {
    try {
      var in = new Input(given);
      var salt = in.block();
      var rounds = in.int4();
      var bits = in.int4();
      var fair =
          salt.length > 0 && rounds >= 1000 && rounds <= MOST_ROUNDS && bits >= 128 && bits <= 512;
      return fair ? stretched(secret, challenge, salt, rounds, bits) : new byte[0];
    } catch (Malformed _) {
      return new byte[0];
    }
  }

  private static byte[] stretched(
      byte[] secret, byte[] challenge, byte[] salt, int rounds, int bits) {
    var password = new char[secret.length];
    for (var i = 0; i < secret.length; i++) {
      password[i] = (char) (secret[i] & 0xff);
    }
    try {
      var key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
              .generateSecret(new PBEKeySpec(password, salt, rounds, bits))
              .getEncoded();
      var mac = Jca.mac("HmacSHA1", key, challenge);
      return new Output().block(salt).int4(rounds).int4(bits).block(mac).toBytes();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2", e);
    }
  }

  private static byte[] hmacSm3(byte[] secret, byte[] challenge) {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    mac.update(challenge, 0, challenge.length);
    var value = new byte[mac.getMacSize()];
    mac.doFinal(value, 0);
    return value;
  }
}
