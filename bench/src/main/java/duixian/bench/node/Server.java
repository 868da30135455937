package duixian.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process under load, ours or another's.
interface Server {
  long pid();

  /// CPU time of the process in nanoseconds, its children's excluded.
  default long cpuNanos() {
    var process = ProcessHandle.of(pid()).orElseThrow();
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  /// Resident memory in MiB, by Linux.
  default long residentMiB() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }
}
