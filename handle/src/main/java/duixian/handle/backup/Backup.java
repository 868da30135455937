package duixian.handle.backup;

import duixian.handle.evidence.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes and brings back backups. A backup is a directory like the data of a node, with a file
/// `SHA256SUMS` in the format of sha256sum.
public final class Backup {
  private static final List<String> COPIED = List.of("events", "keys");

  private Backup() {}

  /// Backs up a node while it runs; changes wait only while files are linked and the log of the day
  /// is copied.
  public static Sums make(Ledger ledger, Path directory) {
    try {
      refuseUsed(directory);
      var draft = directory.resolveSibling(directory.getFileName() + ".partial");
      Trees.delete(draft);
      Files.createDirectories(draft);
      ledger.still(() -> {
        ledger.seal();
        ledger.store().checkpoint(draft.resolve("store"));
        for (var part : COPIED) {
          Trees.copy(ledger.directory().resolve(part), draft.resolve(part));
        }
      });
      var sums = Sums.of(draft);
      sums.write(draft);
      Files.move(draft, directory);
      return sums;
    } catch (IOException e) {
      throw new BackupFailed("备份未成：" + directory + "（" + e.getMessage() + "）", e);
    }
  }

  /// Brings a backup back into a directory that holds nothing yet, after every hash was compared.
  public static Sums restore(Path backup, Path directory) {
    try {
      refuseUsed(directory);
      var sums = Sums.read(backup);
      var wrong = sums.differences(backup);
      if (!wrong.isEmpty()) {
        throw new BackupFailed("备份有 " + wrong.size() + " 个文件与校验和不符，未恢复；第一个是 " + wrong.getFirst());
      }
      Trees.copy(backup, directory);
      Files.delete(directory.resolve(Sums.NAME));
      return sums;
    } catch (IOException e) {
      throw new BackupFailed("恢复未成：" + directory + "（" + e.getMessage() + "）", e);
    }
  }

  private static void refuseUsed(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new BackupFailed("目标目录不是空的：" + directory + "；请换一个目录");
        }
      }
      Files.delete(directory);
    }
  }
}
