package duixian.service.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that outlived the program that started it.
final class Leftover {
  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

  private Leftover() {}

  /// Stops the server that `postmaster.pid` names, if that process is a PostgreSQL on these files.
  static void stop(Path files, Duration patience) throws IOException {
    var file = files.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    var lines = Files.readAllLines(file);
    var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
    if (process != null && isOn(process, files)) {
      LOG.info("上次没有正常退出，先停下遗留的数据库");
      interrupt(process, patience);
    }
  }

  /// A process id may have been given to another program since.
  private static boolean isOn(ProcessHandle process, Path files) throws IOException {
    var words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    return Files.isReadable(words)
        && Files.readString(words).contains("postgres")
        && Files.readString(words).contains(files.toString());
  }

  private static void interrupt(ProcessHandle process, Duration patience) throws IOException {
    // SIGTERM waits for clients; there are none left but those that will soon notice.
    process.destroy();
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("遗留的数据库（进程 " + process.pid() + "）停不下来，请先结束它", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("启动被打断", e);
    }
  }
}
