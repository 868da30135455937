package duixian.handle.server;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import org.jspecify.annotations.Nullable;

/// Offers the transformation `RSA/EBC/PKCS1` that CNRI's client asks for, as the one it means.
final class MisspeltRsa extends Provider {
  private static final long serialVersionUID = 1L;

  MisspeltRsa() {
    super("MisspeltRsa", "1", "RSA/ECB/PKCS1Padding under the name that CNRI's client uses");
    put("Cipher.RSA/EBC/PKCS1", Meant.class.getName());
  }

  /// Made by the provider through its name.
  public static final class Meant extends CipherSpi {
    private final Cipher cipher;

    public Meant() throws GeneralSecurityException {
      cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    }

    @Override
    protected void engineSetMode(String mode) {}

    @Override
    protected void engineSetPadding(String padding) {}

    @Override
    protected int engineGetBlockSize() {
      return cipher.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return cipher.getOutputSize(length);
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
      return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return null;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom chance) throws InvalidKeyException {
      cipher.init(mode, key, chance);
    }

    @Override
    protected void engineInit(
        int mode, Key key, @Nullable AlgorithmParameterSpec parameters, SecureRandom chance)
        throws InvalidKeyException {
      engineInit(mode, key, chance);
    }

    @Override
    protected void engineInit(
        int mode, Key key, @Nullable AlgorithmParameters parameters, SecureRandom chance)
        throws InvalidKeyException {
      engineInit(mode, key, chance);
    }

    @Override
    protected byte[] engineUpdate(byte[] in, int from, int length) {
      var out = cipher.update(in, from, length);
      return out == null ? new byte[0] : out;
    }

    @Override
    protected int engineUpdate(byte[] in, int from, int length, byte[] out, int at) {
      var some = engineUpdate(in, from, length);
      System.arraycopy(some, 0, out, at, some.length);
      return some.length;
    }

    @Override
    protected byte[] engineDoFinal(byte[] in, int from, int length)
        throws IllegalBlockSizeException, BadPaddingException {
      return in == null ? cipher.doFinal() : cipher.doFinal(in, from, length);
    }

    @Override
    protected int engineDoFinal(byte[] in, int from, int length, byte[] out, int at)
        throws IllegalBlockSizeException, BadPaddingException {
      var all = engineDoFinal(in, from, length);
      System.arraycopy(all, 0, out, at, all.length);
      return all.length;
    }
  }
}
