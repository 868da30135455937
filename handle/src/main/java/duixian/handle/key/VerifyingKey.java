package duixian.handle.key;

import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// A public key as a value of type `HS_PUBKEY` holds it.
///
/// RSA is written as deployed software does; Ed25519 and SM2 in the same manner, a name and the raw
/// key (32 bytes; 65 bytes of an uncompressed point).
public sealed interface VerifyingKey {
  String TYPE = "HS_PUBKEY";

  /// Whether `signature` was made over `signed`; a digest that does not fit the key is a no.
  boolean verifies(String digest, byte[] signed, byte[] signature);

  byte[] toBytes();

  record Rsa(RSAPublicKey key) implements VerifyingKey {
    static final String NAME = "RSA_PUB_KEY";

    @Override
    public boolean verifies(String digest, byte[] signed, byte[] signature) {
      // Old clients say SHA1; what they sign holds our fresh nonce, so a collision gains nothing.
      return switch (digest) {
        case "SHA-256", "SHA256" -> Jca.verifies("SHA256withRSA", key, signed, signature);
        case "SHA-1", "SHA1" -> Jca.verifies("SHA1withRSA", key, signed, signature);
        default -> false;
      };
    }

    @Override
    public byte[] toBytes() {
      var out = new Output().text(NAME).int2(0);
      out.block(key.getPublicExponent().toByteArray()).block(key.getModulus().toByteArray());
      return out.int4(0).toBytes();
    }
  }

  record Ed25519(EdECPublicKey key) implements VerifyingKey {
    static final String NAME = "ED25519_PUB_KEY";

    /// What X.509 puts in front of the 32 bytes.
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    @Override
    public boolean verifies(String digest, byte[] signed, byte[] signature) {
      return digest.equals(SigningKey.Ed25519.DIGEST)
          && Jca.verifies("Ed25519", key, signed, signature);
    }

    @Override
    public byte[] toBytes() {
      var encoded = key.getEncoded();
      var raw = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
      return new Output().text(NAME).int2(0).block(raw).toBytes();
    }
  }

  record Sm2(Sm2Point key) implements VerifyingKey {
    static final String NAME = "SM2_PUB_KEY";

    @Override
    public boolean verifies(String digest, byte[] signed, byte[] signature) {
      return digest.equals(SigningKey.Sm2.DIGEST) && key.verifies(signed, signature);
    }

    @Override
    public byte[] toBytes() {
      return new Output().text(NAME).int2(0).block(key.toBytes()).toBytes();
    }
  }

  static VerifyingKey read(byte[] data) {
    var in = new Input(data);
    var name = in.text();
    in.int2();
    try {
      return switch (name) {
        case Rsa.NAME -> rsa(new BigInteger(1, in.block()), new BigInteger(1, in.block()));
        case Ed25519.NAME -> ed25519(in.block());
        case Sm2.NAME -> new Sm2(Sm2Point.of(in.block()));
        default -> throw new Malformed("unknown key " + name);
      };
    } catch (GeneralSecurityException e) {
      throw new Malformed(name + ": " + e.getMessage());
    }
  }

  private static Rsa rsa(BigInteger exponent, BigInteger modulus) throws GeneralSecurityException {
    if (modulus.bitLength() < 1024 || modulus.bitLength() > 8192 || exponent.bitLength() > 64) {
      throw new Malformed("RSA key must have 1024 to 8192 bits, has " + modulus.bitLength());
    }
    var spec = new RSAPublicKeySpec(modulus, exponent);
    return new Rsa((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
  }

  private static Ed25519 ed25519(byte[] raw) throws GeneralSecurityException {
    if (raw.length != 32) {
      throw new Malformed("Ed25519 key must have 32 bytes, has " + raw.length);
    }
    var spec = new X509EncodedKeySpec(new Output().raw(Ed25519.PREFIX).raw(raw).toBytes());
    return new Ed25519((EdECPublicKey) KeyFactory.getInstance("Ed25519").generatePublic(spec));
  }
}
