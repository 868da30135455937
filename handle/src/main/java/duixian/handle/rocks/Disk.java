package duixian.handle.rocks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Watches the free space, at most ten times a second.
final class Disk {
  private static final long PAUSE = 100_000_000L;
  private final FileStore disk;
  private final Path directory;
  private final long reserve;
  private long looked = System.nanoTime() - PAUSE;
  private @Nullable String trouble;

  Disk(Path directory, long reserve) throws IOException {
    this.directory = directory;
    this.disk = Files.getFileStore(directory);
    this.reserve = reserve;
  }

  /// Why nothing should be written, or null.
  @Nullable String trouble() {
    var now = System.nanoTime();
    if (now - looked >= PAUSE) {
      looked = now;
      trouble = look();
    }
    return trouble;
  }

  private @Nullable String look() {
    try {
      var free = disk.getUsableSpace();
      return free >= reserve
          ? null
          : "磁盘将满：%s 只剩 %d MiB（需留 %d MiB），已停止注册与变更，解析照常；腾出空间后自动恢复"
              .formatted(directory, free >> 20, reserve >> 20);
    } catch (IOException e) {
      return "磁盘 " + directory + " 读不到剩余空间：" + e.getMessage();
    }
  }
}
