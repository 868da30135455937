package duixian.handle.events;

import java.nio.file.Path;

/// Reads the files of some days from the first block to the last.
public final class LogReader {
  private final Path directory;
  private final int firstDay;
  private final int lastDay;

  private LogReader(Path directory, int firstDay, int lastDay) {
    this.directory = directory;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /// What is done with each block: it ends before byte `end` of its file.
  @FunctionalInterface
  public interface Visitor {
    void visit(Block block, Path file, long end);
  }

  /// Days of Asia/Shanghai since 1970, both included.
  public static LogReader between(Path directory, int firstDay, int lastDay) {
    return new LogReader(directory, firstDay, lastDay);
  }

  /// Throws where a file holds bytes that are no block, unless they are at the very end of the log,
  /// where a block may just be being written.
  public void each(Visitor visitor) {
    var files = DayFile.between(directory, firstDay, lastDay);
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      var read = DayFile.read(file, 0, (block, _, end) -> visitor.visit(block, file, end));
      if (!read.whole() && i < files.size() - 1) {
        throw new LogFailed(
            "事件日志损坏：%s 第 %d 字节（文件共 %d 字节）；请从备份恢复该文件".formatted(file, read.offset(), read.size()));
      }
    }
  }
}
