package duixian.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// `duixian bench node [identifiers]`: the figures of the node beside a raw echo server, in one
/// run.
public final class NodeBench {
  private static final long USUAL = 10_000_000;
  private static final long FEW = 10_000;
  private static final String SECONDS = "3";

  private NodeBench() {}

  public static void main(String[] arguments) throws IOException {
    var identifiers = arguments.length > 0 ? Long.parseLong(arguments[0]) : USUAL;
    var directory = Files.createTempDirectory("duixian-bench-node");
    try (var load = new Child(Load.class)) {
      System.out.printf("%-38s %12s %10s %10s %12s%n", "", "次/秒", "p50 µs", "p99 µs", "服务端 CPU µs");
      floor(load);
      measure(load, directory, FEW);
      measure(load, directory, identifiers);
    } finally {
      delete(directory);
    }
  }

  private static void floor(Child load) throws IOException {
    try (var echo = new Child(Echo.class)) {
      var ports = echo.answer().split(" ", -1);
      line(load, echo, "裸回显 UDP，窗口 32", "udp " + ports[0] + " 1 32 1 ");
      line(load, echo, "裸回显 TCP，深度 1，8 连接", "tcp " + ports[1] + " 8 1 1 ");
      line(load, echo, "裸回显 TCP，深度 16，4 连接", "tcp " + ports[1] + " 4 16 1 ");
    }
  }

  private static void measure(Child load, Path directory, long count) throws IOException {
    var file = directory.resolve(count + ".csv");
    Identifiers.write(file, count);
    var begun = directory.resolve("node-" + count).toString();
    long created;
    try (var importing = new Child("1500m", Served.class, begun, file.toString())) {
      var said = importing.answer().split(" ", -1);
      created = Long.parseLong(said[1]);
      System.out.printf(
          "%n库中 %,d 个标识：导入 %s 秒，每个 %.1f 字节（库）%n",
          created, said[0], Double.parseDouble(said[2]) / created);
    }
    try (var node = new Child(Served.class, begun)) {
      var said = node.answer().split(" ", -1);
      long resolved = 0;
      resolved += line(load, node, "解析 UDP，窗口 32", "udp " + said[0] + " 1 32 " + count + " ");
      resolved += line(load, node, "解析 TCP，深度 1，8 连接", "tcp " + said[1] + " 8 1 " + count + " ");
      resolved += line(load, node, "解析 TCP，深度 16，4 连接", "tcp " + said[1] + " 4 16 " + count + " ");
      resolved += line(load, node, "解析 HTTP，深度 1，8 连接", "http " + said[2] + " 8 1 " + count + " ");
      resolved +=
          line(load, node, "解析 HTTP，深度 16，4 连接", "http " + said[2] + " 4 16 " + count + " ");
      created += line(load, node, "持久注册，单个，64 连接", "create " + said[1] + " 64 1 1 ");
      created += line(load, node, "持久注册，流水 128，8 连接", "create " + said[1] + " 8 128 1 ");
      System.out.printf("常驻内存 %,d MiB%n", node.residentMiB());
      compare(node.ask("count").split(" ", -1), created, resolved);
    }
  }

  /// What the load saw against what the node counted in three ways.
  private static void compare(String[] counted, long created, long resolved) {
    System.out.printf(
        "核对：负载端注册 %,d，节点 %,d；负载端解析 %,d，节点 %,d；三种来源%s%n",
        created,
        Long.parseLong(counted[0]),
        resolved,
        Long.parseLong(counted[1]),
        Boolean.parseBoolean(counted[2]) ? "一致" : "不一致");
  }

  /// Runs a kind of load twice, first to warm up, and answers how many operations succeeded in
  /// both.
  private static long line(Child load, Child server, String name, String command)
      throws IOException {
    var warm = load.ask(command + "1.5").split(" ", -1);
    var cpu = server.cpuNanos();
    var said = load.ask(command + SECONDS).split(" ", -1);
    var used = server.cpuNanos() - cpu;
    var operations = Long.parseLong(said[0]);
    var succeeded = Long.parseLong(said[1]);
    System.out.printf(
        "%-38s %,12.0f %10s %10s %12.2f%s%n",
        name,
        succeeded / Double.parseDouble(said[2]),
        said[3],
        said[4],
        used / 1e3 / operations,
        succeeded < operations ? "  未成 " + (operations - succeeded) : "");
    return succeeded + Long.parseLong(warm[1]);
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
