package duixian.handle.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/// A private key with its public half, for certified answers and for clients in tests.
public sealed interface SigningKey {
  /// The name of the digest that stands beside the signature.
  String digest();

  byte[] sign(byte[] bytes);

  VerifyingKey verifying();

  record Rsa(PrivateKey key, VerifyingKey.Rsa verifying) implements SigningKey {
    @Override
    public String digest() {
      return "SHA-256";
    }

    @Override
    public byte[] sign(byte[] bytes) {
      return Jca.sign("SHA256withRSA", key, bytes);
    }

    public static Rsa generate(int bits) {
      try {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var pair = generator.generateKeyPair();
        return new Rsa(pair.getPrivate(), new VerifyingKey.Rsa((RSAPublicKey) pair.getPublic()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("RSA", e);
      }
    }

    /// From the two encodings the JDK writes (PKCS #8, X.509).
    public static Rsa of(byte[] pkcs8, byte[] x509) throws GeneralSecurityException {
      var factory = KeyFactory.getInstance("RSA");
      return new Rsa(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          new VerifyingKey.Rsa(
              (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(x509))));
    }
  }

  record Ed25519(PrivateKey key, VerifyingKey.Ed25519 verifying) implements SigningKey {
    /// Ed25519 digests by itself; the name says which signature it is.
    static final String DIGEST = "ED25519";

    @Override
    public String digest() {
      return DIGEST;
    }

    @Override
    public byte[] sign(byte[] bytes) {
      return Jca.sign("Ed25519", key, bytes);
    }

    public static Ed25519 generate() {
      try {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new Ed25519(
            pair.getPrivate(), new VerifyingKey.Ed25519((EdECPublicKey) pair.getPublic()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Ed25519", e);
      }
    }
  }

  record Sm2(ECPrivateKeyParameters key, VerifyingKey.Sm2 verifying) implements SigningKey {
    static final String DIGEST = "SM3";

    @Override
    public String digest() {
      return DIGEST;
    }

    @Override
    public byte[] sign(byte[] bytes) {
      var signer = new SM2Signer();
      signer.init(true, key);
      signer.update(bytes, 0, bytes.length);
      try {
        return signer.generateSignature();
      } catch (CryptoException e) {
        throw new IllegalStateException("SM2", e);
      }
    }

    public static Sm2 generate() {
      var generator = new ECKeyPairGenerator();
      generator.init(new ECKeyGenerationParameters(Sm2Point.CURVE, new SecureRandom()));
      var pair = generator.generateKeyPair();
      var point = new Sm2Point((ECPublicKeyParameters) pair.getPublic());
      return new Sm2((ECPrivateKeyParameters) pair.getPrivate(), new VerifyingKey.Sm2(point));
    }
  }
}
