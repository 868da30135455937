package duixian.handle.key;

import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// The cipher of a session: the bytes of a message behind its envelope become an IV and the cipher
/// text.
///
/// The key is of 16 bytes; a longer one is cut, as deployed software does.
public enum SessionCipher {
  AES(3) {
    @Override
    byte[] run(boolean encrypt, byte[] key, byte[] iv, byte[] text)
        throws GeneralSecurityException {
      var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(iv));
      return cipher.doFinal(text);
    }
  },
  /// The national cipher; its number is ours, outside the range others use.
  SM4(0x54) {
    @Override
    byte[] run(boolean encrypt, byte[] key, byte[] iv, byte[] text)
        throws GeneralSecurityException {
      var cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()));
      cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
      var result = new byte[cipher.getOutputSize(text.length)];
      try {
        var length = cipher.processBytes(text, 0, text.length, result, 0);
        return Arrays.copyOf(result, length + cipher.doFinal(result, length));
      } catch (InvalidCipherTextException e) {
        throw new GeneralSecurityException(e);
      }
    }
  };

  private static final int BLOCK = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int code;

  SessionCipher(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  abstract byte[] run(boolean encrypt, byte[] key, byte[] iv, byte[] text)
      throws GeneralSecurityException;

  public byte[] encrypt(byte[] key, byte[] text) {
    var iv = new byte[BLOCK];
    RANDOM.nextBytes(iv);
    try {
      return new Output().raw(iv).raw(run(true, Arrays.copyOf(key, BLOCK), iv, text)).toBytes();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name(), e);
    }
  }

  public byte[] decrypt(byte[] key, byte[] encrypted) {
    if (encrypted.length < 2 * BLOCK || encrypted.length % BLOCK != 0) {
      throw new Malformed(encrypted.length + " bytes are no cipher text");
    }
    try {
      return run(
          false,
          Arrays.copyOf(key, BLOCK),
          Arrays.copyOf(encrypted, BLOCK),
          Arrays.copyOfRange(encrypted, BLOCK, encrypted.length));
    } catch (GeneralSecurityException e) {
      throw new Malformed("cipher text: " + e.getMessage());
    }
  }
}
