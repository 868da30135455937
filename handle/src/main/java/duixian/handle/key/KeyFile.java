package duixian.handle.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/// The node's RSA key on disk: `<name>.key` (PKCS #8, readable by its owner only) and `<name>.pub`
/// (X.509).
public final class KeyFile {
  private static final int BITS = 2048;

  private KeyFile() {}

  /// Reads the key, or makes it at the first start. A file that holds no key is an [IOException].
  public static SigningKey.Rsa rsa(Path directory, String name) throws IOException {
    var secret = directory.resolve(name + ".key");
    var open = directory.resolve(name + ".pub");
    if (Files.exists(secret)) {
      try {
        return SigningKey.Rsa.of(Files.readAllBytes(secret), Files.readAllBytes(open));
      } catch (GeneralSecurityException e) {
        throw new IOException("不是 RSA 密钥：" + secret, e);
      }
    }
    Files.createDirectories(directory);
    var made = SigningKey.Rsa.generate(BITS);
    Files.write(open, made.verifying().key().getEncoded());
    writeSecret(secret, made.key().getEncoded());
    return made;
  }

  /// Writes a file that only its owner may read, where the file system knows such a thing.
  public static void writeSecret(Path file, byte[] bytes) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, mine);
    }
    Files.write(file, bytes);
  }
}
