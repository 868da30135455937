package duixian.bench.node;

import duixian.bench.node.Table.Pair;
import duixian.bench.node.load.Load;
import duixian.bench.node.request.Identifiers;
import duixian.cli.folder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `duixian bench node [identifiers] [--only part,part] [--beside process:udp:tcp:http]`: the
/// figures of the node beside a raw echo server, and beside another server of the protocol, in one
/// run. See [Parts].
public final class NodeBench {
  private static final long USUAL = 10_000_000;
  private static final long FEW = 10_000;

  /// A load: so many threads with so many connections each, so many requests at once on each.
  private record Line(String name, String kind, int threads, int connections, int depth) {
    String command(Ports ports, long identifiers) {
      return "%s %d %d %d %d %d "
          .formatted(kind, ports.of(kind), threads, connections, depth, identifiers);
    }
  }

  private static final List<Line> RESOLVES =
      List.of(
          new Line("解析 UDP，窗口 32", "udp", 1, 1, 32),
          new Line("解析 TCP，深度 1，64 连接", "tcp", 1, 64, 1),
          new Line("解析 TCP，深度 16，64 连接", "tcp", 1, 64, 16),
          new Line("解析 HTTP，深度 1，64 连接", "http", 1, 64, 1),
          new Line("解析 HTTP，深度 16，64 连接", "http", 1, 64, 16));
  private static final List<Line> CREATES =
      List.of(
          new Line("持久注册，单个，64 连接", "create", 4, 16, 1),
          new Line("持久注册，流水 128，8 连接", "create", 8, 1, 128),
          new Line("持久注册，HTTP 每批 500，4 连接", "batch", 4, 1, 500));

  private record Ports(int udp, int tcp, int http) {
    static Ports of(String[] said) {
      return new Ports(
          Integer.parseInt(said[0]), Integer.parseInt(said[1]), Integer.parseInt(said[2]));
    }

    int of(String kind) {
      return switch (kind) {
        case "udp" -> udp;
        case "tcp", "create" -> tcp;
        default -> http;
      };
    }
  }

  /// The raw echo, which waits while nobody asks.
  private record Floor(Server server, Ports ports) {}

  private final Table table;
  private final Parts parts;

  private NodeBench(Table table, Parts parts) {
    this.table = table;
    this.parts = parts;
  }

  public static void main(String[] arguments) throws IOException {
    var identifiers = USUAL;
    var parts = Parts.all();
    Beside beside = null;
    for (int i = 0; i < arguments.length; i++) {
      var more = i + 1 < arguments.length;
      if (arguments[i].equals("--beside") && more) {
        i++;
        beside = Beside.parse(arguments[i]);
      } else if (arguments[i].equals("--only") && more) {
        i++;
        parts = Parts.parse(arguments[i]);
      } else {
        identifiers = Long.parseLong(arguments[i]);
      }
    }
    try (var work = WorkFolder.create("duixian-bench-node");
        var load = new Child(Load.class)) {
      new NodeBench(new Table(load), parts).run(work.path(), identifiers, beside);
    }
  }

  private void run(Path directory, long identifiers, @Nullable Beside beside) throws IOException {
    table.heading();
    if (beside != null) {
      beside(beside);
    }
    try (var echo = new Child(Echo.class)) {
      var floor = new Floor(echo, Ports.of(echo.answer().split(" ", -1)));
      var few = parts.server("few") ? measure(directory, FEW, floor) : Map.<String, Pair>of();
      var many =
          parts.server("many") ? measure(directory, identifiers, floor) : Map.<String, Pair>of();
      ratios(few, many, identifiers);
    }
  }

  private void beside(Beside other) throws IOException {
    var filled = table.ask("fill " + other.udp() + " 1 1 8 " + FEW + " 60");
    System.out.printf("%n另一服务（进程 %d），注册 %s 个标识%n", other.pid(), filled[1]);
    var ports = new Ports(other.udp(), other.tcp(), other.http());
    for (var line : List.of(RESOLVES.get(0), RESOLVES.get(3))) {
      table.line(other, line.name(), line.command(ports, FEW), "");
    }
    table.line(other, "解析 TCP，每次一个连接，8 线程", "one " + other.tcp() + " 8 1 1 " + FEW + " ", "");
    table.line(other, "注册，每次一个连接，8 线程", "open " + other.tcp() + " 8 1 1 1 ", "");
    System.out.printf("常驻内存 %,d MiB%n", other.residentMiB());
  }

  /// What each resolve came to, by name.
  private Map<String, Pair> measure(Path directory, long count, Floor floor) throws IOException {
    var file = directory.resolve(count + ".csv");
    Identifiers.write(file, count);
    var begun = directory.resolve("node-" + count).toString();
    long created;
    try (var importing = new Child("1500m", Served.class, begun, file.toString())) {
      var said = importing.answer().split(" ", -1);
      created = Long.parseLong(said[1]);
      System.out.printf(
          "%n本节点，库中 %,d 个标识：导入 %s 秒，每个 %.1f 字节（库 %.1f，事件日志 %.1f）%n",
          created,
          said[0],
          (Long.parseLong(said[2]) + log(begun)) / (double) created,
          Double.parseDouble(said[2]) / created,
          log(begun) / (double) created);
    }
    try (var node = new Child(Served.class, begun)) {
      var said = node.answer().split(" ", -1);
      var ports = Ports.of(said);
      table.succeeded();
      var rates = resolves(node, ports, count, floor);
      System.out.printf("常驻内存 %,d MiB%n", node.residentMiB());
      var resolved = table.succeeded();
      creates(node, ports, " " + said[3]);
      System.out.printf("常驻内存 %,d MiB%n", node.residentMiB());
      compare(node.ask("count").split(" ", -1), created + table.succeeded(), resolved);
      return rates;
    }
  }

  private Map<String, Pair> resolves(Server node, Ports ports, long count, Floor floor)
      throws IOException {
    var rates = new LinkedHashMap<String, Pair>();
    for (var line : RESOLVES) {
      if (parts.load(line.kind())) {
        var ours = line.command(ports, count);
        var echo = line.command(floor.ports(), count);
        rates.put(line.name(), table.line(node, ours, floor.server(), echo, line.name()));
      }
    }
    return rates;
  }

  private void creates(Server node, Ports ports, String token) throws IOException {
    for (var line : CREATES) {
      if (parts.load(line.kind())) {
        table.line(node, line.name(), line.command(ports, 1), token);
      }
    }
  }

  /// Some minutes lie between the two: what the machine came to in them is seen by the echo.
  private static void ratios(Map<String, Pair> few, Map<String, Pair> many, long count) {
    if (!few.isEmpty() && !many.isEmpty()) {
      System.out.printf("%n库中 %,d 个比 %,d 个慢多少倍（至多 1.5），及按裸回显折算%n", count, FEW);
      many.forEach((name, pair) -> {
        var before = Objects.requireNonNull(few.get(name));
        System.out.printf(
            "%-38s %8.2f %8.2f%n",
            name, before.rate() / pair.rate(), before.share() / pair.share());
      });
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

  private static long log(String data) throws IOException {
    try (var files = Files.list(Path.of(data, "events"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
