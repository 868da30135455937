package duixian.handle.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key with which the node signs its minutes: `seal.key` readable by its owner alone,
/// `seal.pub` for auditors, both PEM.
public final class SealKey {
  private final PrivateKey key;

  private SealKey(PrivateKey key) {
    this.key = key;
  }

  /// Reads the key of this directory, or makes one if there is none.
  public static SealKey in(Path directory) {
    try {
      var file = directory.resolve("seal.key");
      if (!Files.exists(file)) {
        make(directory, file);
      }
      var bytes = pem(file, "PRIVATE KEY");
      return new SealKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new LogFailed("封签私钥读不出：" + directory.resolve("seal.key") + "；请从备份恢复该文件", e);
    }
  }

  private static void make(Path directory, Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(directory);
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = directory.resolve("seal.key.new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, mine);
    Files.writeString(draft, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.writeString(
        directory.resolve("seal.pub"),
        pem("PUBLIC KEY", pair.getPublic().getEncoded()),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(draft, file);
  }

  /// Reads a public key, as an auditor was given it.
  public static PublicKey publicKey(Path file) {
    try {
      var bytes = pem(file, "PUBLIC KEY");
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new LogFailed("封签公钥读不出：" + file + "；应为 PEM 格式的 Ed25519 公钥", e);
    }
  }

  byte[] sign(byte[] bytes) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  static boolean verify(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // A signature of the wrong shape is a wrong signature.
      return false;
    }
  }

  private static String pem(String kind, byte[] bytes) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }

  private static byte[] pem(Path file, String kind) throws IOException {
    var text = Files.readString(file, StandardCharsets.US_ASCII);
    var body =
        text.replace("-----BEGIN " + kind + "-----", "").replace("-----END " + kind + "-----", "");
    return Base64.getMimeDecoder().decode(body);
  }
}
