package duixian.handle.key;

import duixian.handle.message.Request;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;

/// How client and server come to share the key of a session.
@SuppressWarnings("ArrayRecordComponent")
public record KeyExchange(byte[] key, byte[] answer) {
  private static final String DH = "DH_PUB_KEY";
  private static final int KEY_SIZE = 32;

  /// The shared key and what the client needs to find it too.
  static KeyExchange with(Request.SessionSetup setup, SessionCipher cipher) {
    try {
      return switch (setup.mode()) {
        case Request.SessionSetup.DIFFIE_HELLMAN -> diffieHellman(setup.publicKey(), cipher);
        case Request.SessionSetup.CLIENT_CIPHER, Request.SessionSetup.HANDLE_CIPHER ->
            clientCipher(setup.publicKey(), cipher);
        default -> throw new Malformed("key exchange " + setup.mode() + " is not offered");
      };
    } catch (GeneralSecurityException e) {
      throw new Malformed("key exchange: " + e.getMessage());
    }
  }

  private static KeyExchange diffieHellman(byte[] theirs, SessionCipher cipher)
      throws GeneralSecurityException {
    var in = new Input(theirs);
    if (!in.text().equals(DH)) {
      throw new Malformed("no Diffie-Hellman key");
    }
    in.int2();
    var y = new BigInteger(1, in.block());
    var p = new BigInteger(1, in.block());
    var g = new BigInteger(1, in.block());
    if (p.bitLength() < 1024 || p.bitLength() > 4096) {
      throw new Malformed("Diffie-Hellman needs 1024 to 4096 bits, has " + p.bitLength());
    }
    var generator = KeyPairGenerator.getInstance("DH");
    generator.initialize(new DHParameterSpec(p, g));
    var pair = generator.generateKeyPair();
    var agreement = KeyAgreement.getInstance("DH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("DH").generatePublic(new DHPublicKeySpec(y, p, g)), true);
    var key = cut(agreement.generateSecret());
    var answer = new Output().int4(cipher.code());
    var ours = ((DHPublicKey) pair.getPublic()).getY();
    answer.text(DH).int2(0).block(ours.toByteArray());
    return new KeyExchange(key, answer.block(p.toByteArray()).block(g.toByteArray()).toBytes());
  }

  private static KeyExchange clientCipher(byte[] theirs, SessionCipher cipher)
      throws GeneralSecurityException {
    if (!(VerifyingKey.read(theirs) instanceof VerifyingKey.Rsa(var rsa))) {
      throw new Malformed("only an RSA key can carry a session key");
    }
    var key = new byte[16];
    new SecureRandom().nextBytes(key);
    var encryption = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    encryption.init(Cipher.ENCRYPT_MODE, rsa);
    var plain = new Output().int4(cipher.code()).raw(key).toBytes();
    return new KeyExchange(key, encryption.doFinal(plain));
  }

  /// The session key that a client hid with our public key, in front of it the number of its cipher
  /// unless the client leaves that out.
  public static byte[] opened(SigningKey.Rsa ours, byte[] hidden) {
    try {
      var decryption = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      decryption.init(Cipher.DECRYPT_MODE, ours.key());
      var plain = decryption.doFinal(hidden);
      return plain.length % 8 == 4 ? Arrays.copyOfRange(plain, 4, plain.length) : plain;
    } catch (GeneralSecurityException e) {
      throw new Malformed("session key: " + e.getMessage());
    }
  }

  /// Deployed software takes the secret without leading zeros, 32 bytes of it.
  private static byte[] cut(byte[] secret) {
    var from = 0;
    while (from < secret.length - 1 && secret[from] == 0) {
      from++;
    }
    return Arrays.copyOfRange(secret, from, Math.min(secret.length, from + KEY_SIZE));
  }
}
