package duixian.service.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One process per data folder. The kernel lets go of the lock when the process ends, however it
/// does.
final class FolderLock implements AutoCloseable {
  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /// Throws [Unusable] while another process holds it.
  static FolderLock take(Path folder) throws IOException {
    var file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (file.tryLock() != null) {
        return new FolderLock(file);
      }
    } catch (OverlappingFileLockException e) {
      file.close();
      throw new Unusable("数据文件夹 " + folder + " 正由本程序使用", e);
    }
    file.close();
    throw new Unusable("数据文件夹 " + folder + " 正由另一个进程使用；请先停下它，或用 --data 换一个文件夹");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
