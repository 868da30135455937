package duixian.bench.node;

import duixian.bench.node.load.Identifiers;
import duixian.bench.node.load.Load;
import duixian.cli.folder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// `duixian bench node [identifiers] [--beside process:udp:tcp:http]`: the figures of the node
/// beside a raw echo server, and beside another server of the protocol, in one run.
public final class NodeBench {
  private static final long USUAL = 10_000_000;
  private static final long FEW = 10_000;

  private NodeBench() {}

  public static void main(String[] arguments) throws IOException {
    var identifiers = USUAL;
    Beside beside = null;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--beside") && i + 1 < arguments.length) {
        i++;
        beside = Beside.parse(arguments[i]);
      } else {
        identifiers = Long.parseLong(arguments[i]);
      }
    }
    try (var work = WorkFolder.create("duixian-bench-node");
        var load = new Child(Load.class)) {
      var table = new Table(load);
      table.heading();
      floor(table);
      if (beside != null) {
        beside(table, beside);
      }
      var few = measure(table, work.path(), FEW);
      var many = measure(table, work.path(), identifiers);
      ratios(few, many, identifiers);
    }
  }

  private static void floor(Table table) throws IOException {
    try (var echo = new Child(Echo.class)) {
      var ports = echo.answer().split(" ", -1);
      System.out.println("裸回显");
      table.line(echo, "UDP，窗口 32", "udp " + ports[0] + " 1 32 1 ", "");
      table.line(echo, "TCP，深度 1，8 连接", "tcp " + ports[1] + " 8 1 1 ", "");
      table.line(echo, "TCP，深度 16，4 连接", "tcp " + ports[1] + " 4 16 1 ", "");
      table.line(echo, "HTTP，深度 1，8 连接", "http " + ports[2] + " 8 1 1 ", "");
      table.line(echo, "HTTP，深度 16，4 连接", "http " + ports[2] + " 4 16 1 ", "");
    }
  }

  private static void beside(Table table, Beside other) throws IOException {
    var filled = table.ask("fill " + other.udp() + " 1 8 " + FEW + " 60");
    System.out.printf("%n另一服务（进程 %d），注册 %s 个标识%n", other.pid(), filled[1]);
    table.line(other, "解析 UDP，窗口 32", "udp " + other.udp() + " 1 32 " + FEW + " ", "");
    table.line(other, "解析 TCP，每次一个连接，8 线程", "one " + other.tcp() + " 8 1 " + FEW + " ", "");
    table.line(other, "解析 HTTP，深度 1，8 连接", "http " + other.http() + " 8 1 " + FEW + " ", "");
    table.line(other, "注册，每次一个连接，8 线程", "open " + other.tcp() + " 8 1 1 ", "");
    System.out.printf("常驻内存 %,d MiB%n", other.residentMiB());
  }

  /// Operations per second by name.
  private static Map<String, Double> measure(Table table, Path directory, long count)
      throws IOException {
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
      var udp = Integer.parseInt(said[0]);
      var tcp = Integer.parseInt(said[1]);
      var http = Integer.parseInt(said[2]);
      table.succeeded();
      var rates = resolves(table, node, count, udp, tcp, http);
      System.out.printf("常驻内存 %,d MiB%n", node.residentMiB());
      var resolved = table.succeeded();
      table.line(node, "持久注册，单个，64 连接", "create " + tcp + " 64 1 1 ", "");
      table.line(node, "持久注册，流水 128，8 连接", "create " + tcp + " 8 128 1 ", "");
      table.line(node, "持久注册，HTTP 每批 500，4 连接", "batch " + http + " 4 500 1 ", " " + said[3]);
      System.out.printf("常驻内存 %,d MiB%n", node.residentMiB());
      compare(node.ask("count").split(" ", -1), created + table.succeeded(), resolved);
      return rates;
    }
  }

  private static Map<String, Double> resolves(
      Table table, Server server, long count, int udp, int tcp, int http) throws IOException {
    var rates = new LinkedHashMap<String, Double>();
    var loads =
        Map.of(
            "解析 UDP，窗口 32", "udp " + udp + " 1 32 ",
            "解析 TCP，深度 1，8 连接", "tcp " + tcp + " 8 1 ",
            "解析 TCP，深度 16，4 连接", "tcp " + tcp + " 4 16 ",
            "解析 HTTP，深度 1，8 连接", "http " + http + " 8 1 ",
            "解析 HTTP，深度 16，4 连接", "http " + http + " 4 16 ");
    for (var name : loads.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
      rates.put(name, table.line(server, name, loads.get(name) + count + " ", ""));
    }
    return rates;
  }

  private static void ratios(Map<String, Double> few, Map<String, Double> many, long count) {
    System.out.printf("%n库中 %,d 个比 %,d 个慢多少倍（至多 1.5）%n", count, FEW);
    few.forEach((name, rate) ->
        System.out.printf("%-38s %8.2f%n", name, rate / many.getOrDefault(name, 0.0)));
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
