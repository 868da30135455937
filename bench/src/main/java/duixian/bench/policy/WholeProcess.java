package duixian.bench.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command as a user starts it, in a process of its own: wall time, and the peak of resident
/// memory as Linux counts it.
record WholeProcess(double seconds, double peakMib) {
  private static final long LIMIT_SECONDS = 300;
  private static final long LOOK_MILLIS = 20;

  /// Throws IOException when the command fails or does not end.
  static WholeProcess run(Path home, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(home.resolve("duixian").toString()));
    command.addAll(List.of(arguments));
    var log = Files.createTempFile("duixian-bench", ".log");
    var start = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var peak = 0.0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMib(process.pid()));
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
        process.destroyForcibly();
        throw new IOException("did not end in " + LIMIT_SECONDS + " s: " + command);
      }
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(command + " failed: " + Files.readString(log));
    }
    Files.delete(log);
    return new WholeProcess(seconds, peak);
  }

  private static double peakMib(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      for (var line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException gone) {
      // The process ended between two looks; what was seen before stands.
      return 0;
    }
    return 0;
  }
}
