package duixian.service.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts personal data at rest: AES-256-GCM under the key of the data folder, a fresh nonce
/// before each text.
public final class Seal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  public Seal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  public byte[] close(String text) {
    try {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(UTF_8));
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /// Throws IllegalStateException when the bytes were changed or sealed under another key.
  public String open(byte[] sealed) {
    try {
      var nonce = ByteBuffer.wrap(sealed, 0, NONCE);
      var bytes = new byte[NONCE];
      nonce.get(bytes);
      var opened = cipher(Cipher.DECRYPT_MODE, bytes).doFinal(sealed, NONCE, sealed.length - NONCE);
      return new String(opened, UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed data does not open with the key of this folder", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
