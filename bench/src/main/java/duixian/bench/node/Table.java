package duixian.bench.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Runs loads and prints a line for each.
final class Table {
  private static final String WARM = "4";
  private static final String SECONDS = "3";
  private static final String SLICE = "1.5";
  private static final int SLICES = 5;
  private final Child load;
  private long succeeded;

  /// A load on a server: operations per second, times and CPU time of the server in microseconds.
  private record Slice(
      double rate, double p50, double p99, double cpu, long succeeded, long failed) {
    String line() {
      return "%,12.0f %10.1f %10.1f %12.2f".formatted(rate, p50, p99, cpu);
    }
  }

  /// What a server came to, and the raw echo in the same minute.
  record Pair(double rate, double echo) {
    double share() {
      return rate / echo;
    }
  }

  Table(Child load) {
    this.load = load;
  }

  void heading() {
    System.out.printf(
        "%-38s %12s %10s %10s %12s %12s %10s %8s%n",
        "", "次/秒", "p50 µs", "p99 µs", "服务端 CPU µs", "裸回显 次/秒", "CPU µs", "份额");
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

  /// Runs a kind of load twice, first to warm up.
  void line(Server server, String name, String command, String token) throws IOException {
    counted(server, command + WARM + token);
    var slice = counted(server, command + SECONDS + token);
    System.out.printf("%-38s %s%s%n", name, slice.line(), failed(slice));
  }

  /// Runs a kind of load on a server and on the raw echo by turns, since the speed of a virtual
  /// machine changes from one second to the next, and takes the median of either.
  Pair line(Server server, String command, Server echo, String echoCommand, String name)
      throws IOException {
    counted(server, command + WARM);
    run(echo, echoCommand + WARM);
    var ours = new ArrayList<Slice>();
    var floor = new ArrayList<Slice>();
    for (int i = 0; i < SLICES; i++) {
      ours.add(counted(server, command + SLICE));
      floor.add(run(echo, echoCommand + SLICE));
    }
    var slice = median(ours);
    var least = median(floor);
    var pair = new Pair(slice.rate(), least.rate());
    System.out.printf(
        "%-38s %s %,12.0f %10.2f %7.0f %%%s%n",
        name, slice.line(), pair.echo(), least.cpu(), 100 * pair.share(), failed(slice));
    return pair;
  }

  private static Slice median(List<Slice> slices) {
    return slices.stream()
        .sorted(Comparator.comparingDouble(Slice::rate))
        .toList()
        .get(slices.size() / 2);
  }

  private static String failed(Slice slice) {
    return slice.failed() > 0 ? "  未成 " + slice.failed() : "";
  }

  private Slice counted(Server server, String command) throws IOException {
    var slice = run(server, command);
    succeeded += slice.succeeded();
    return slice;
  }

  private Slice run(Server server, String command) throws IOException {
    var cpu = server.cpuNanos();
    var said = ask(command);
    var used = server.cpuNanos() - cpu;
    var operations = Long.parseLong(said[0]);
    var fine = Long.parseLong(said[1]);
    return new Slice(
        fine / Double.parseDouble(said[2]),
        Double.parseDouble(said[3]),
        Double.parseDouble(said[4]),
        used / 1e3 / Math.max(1, operations),
        fine,
        operations - fine);
  }
}
