package duixian.service.audit;

import duixian.service.database.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// The Ed25519 pair of the log, made on first start and kept in the data folder.
final class SigningKey {
  private static final int MOST = 1000;

  private SigningKey() {}

  static KeyPair of(DataFolder folder) {
    try {
      var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return read(folder.kept("audit.key", write(made)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("数据文件夹里的 audit.key 不是审计签名密钥", e);
    } catch (IOException e) {
      throw new UncheckedIOException("数据文件夹里的 audit.key 不完整", e);
    }
  }

  private static byte[] write(KeyPair pair) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (var key : new java.security.Key[] {pair.getPublic(), pair.getPrivate()}) {
      out.writeShort(key.getEncoded().length);
      out.write(key.getEncoded());
    }
    return bytes.toByteArray();
  }

  private static KeyPair read(byte[] bytes) throws IOException, GeneralSecurityException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    var factory = KeyFactory.getInstance("Ed25519");
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(part(in))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(part(in))));
  }

  private static byte[] part(DataInputStream in) throws IOException {
    var length = in.readUnsignedShort();
    if (length > MOST) {
      throw new IOException("part of " + length + " bytes");
    }
    var part = new byte[length];
    in.readFully(part);
    return part;
  }
}
