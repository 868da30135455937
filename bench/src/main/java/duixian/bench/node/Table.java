package duixian.bench.node;

import java.io.IOException;

/// Runs loads and prints a line for each.
final class Table {
  private static final String WARM = "4";
  private static final String SECONDS = "3";
  private final Child load;
  private long succeeded;

  Table(Child load) {
    this.load = load;
  }

  void heading() {
    System.out.printf("%-38s %12s %10s %10s %12s%n", "", "次/秒", "p50 µs", "p99 µs", "服务端 CPU µs");
  }

  String[] ask(String command) throws IOException {
    return load.ask(command).split(" ", -1);
  }

  /// How many operations succeeded since this was last asked, warming up included.
  long succeeded() {
    var all = succeeded;
    succeeded = 0;
    return all;
  }

  /// Runs a kind of load twice, first to warm up, and answers the operations per second of the
  /// second time.
  double line(Server server, String name, String command, String token) throws IOException {
    var warm = ask(command + WARM + token);
    var cpu = server.cpuNanos();
    var said = ask(command + SECONDS + token);
    var used = server.cpuNanos() - cpu;
    var operations = Long.parseLong(said[0]);
    var fine = Long.parseLong(said[1]);
    succeeded += fine + Long.parseLong(warm[1]);
    var rate = fine / Double.parseDouble(said[2]);
    System.out.printf(
        "%-38s %,12.0f %10s %10s %12.2f%s%n",
        name,
        rate,
        said[3],
        said[4],
        used / 1e3 / Math.max(1, operations),
        fine < operations ? "  未成 " + (operations - fine) : "");
    return rate;
  }
}
