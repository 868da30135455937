package duixian.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// The folder that holds everything that must survive: the database, its password and the keys.
/// Secrets are files that only the owner reads.
public record DataFolder(Path path) {
  public DataFolder {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, "writable", ".probe"));
    } catch (IOException e) {
      throw new Unusable("数据文件夹 " + path + " 不能写；请改正它的权限，或用 --data 换一个文件夹", e);
    }
  }

  Path database() {
    return path.resolve("db");
  }

  /// The bytes of a secret; made up on first use.
  public byte[] secret(String name, int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return kept(name, bytes);
  }

  /// The bytes kept under that name, which are `first` unless there were some before.
  public byte[] kept(String name, byte[] first) {
    var file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        // Written whole and forced before it gets its name: a crash leaves no half of a key.
        var half = Files.createTempFile(path, name, ".new");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        Files.write(half, first, StandardOpenOption.SYNC);
        link(half, file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("密钥文件 " + file + " 读写不了", e);
    }
  }

  private static void link(Path half, Path file) throws IOException {
    try {
      Files.createLink(file, half);
      Files.delete(half);
    } catch (FileAlreadyExistsException e) {
      Files.delete(half);
    } catch (UnsupportedOperationException e) {
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
