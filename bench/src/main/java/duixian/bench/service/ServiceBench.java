package duixian.bench.service;

import duixian.cli.folder.WorkFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// `duixian bench service [units] [file of pages]`: the service in a process of its own on a
/// synthetic city that goes when it ends.
public final class ServiceBench {
  private static final int UNITS = 10_000;

  private ServiceBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var units = arguments.length > 0 ? Integer.parseInt(arguments[0]) : UNITS;
    var file =
        arguments.length > 1
            ? Path.of(arguments[1])
            : Path.of(System.getProperty("duixian.home"), "bench", "pages.txt");
    var pages = Pages.read(file);
    try (var data = WorkFolder.create("duixian-bench-service");
        var service = new Service(data.path(), units)) {
      var loaded = service.ask("load").split(" ", -1);
      System.out.printf(
          "%,d 个单位，%,d 件申报，%,d 条事实，%s 秒装入%n%n",
          units, Integer.parseInt(loaded[2]), Integer.parseInt(loaded[1]), loaded[0]);
      var unit = service.ask("unit").split(" ", -1);
      System.out.printf("匹配一个单位：中位 %s ms，p99 %s ms%n", unit[0], unit[1]);
      var first = service.ask("night").split(" ", -1);
      System.out.printf("全市夜间匹配（首夜，新立 %s 件）：%s 秒%n", first[1], first[0]);
      var second = service.ask("night").split(" ", -1);
      System.out.printf("全市夜间匹配（次夜，新立 %s 件）：%s 秒%n", second[1], second[0]);
      try (var visitors = new Visitors(service.port())) {
        new Pages(visitors, pages).measure();
      }
      var decided = service.ask("decide").split(" ", 4);
      System.out.printf(
          "审定，16 线程争限额：每秒 %.0f 件（通过 %s，限额拒绝 %s），核对 %s%n",
          (Integer.parseInt(decided[0]) + Integer.parseInt(decided[1]))
              / Double.parseDouble(decided[2]),
          decided[0],
          decided[1],
          decided[3]);
    }
  }

  private static final class Service implements AutoCloseable {
    private final Process process;
    private final BufferedReader in;
    private final PrintWriter out;
    private final int port;

    Service(Path data, int units) throws IOException {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "--enable-native-access=ALL-UNNAMED",
                      "-Dstdout.encoding=UTF-8",
                      "-Dduixian.house=" + System.getProperty("duixian.home"),
                      "-cp",
                      System.getProperty("java.class.path"),
                      Served.class.getName(),
                      data.toString(),
                      Integer.toString(units)))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      in =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
      port = Integer.parseInt(answer());
    }

    int port() {
      return port;
    }

    String ask(String command) throws IOException {
      out.println(command);
      return answer();
    }

    private String answer() throws IOException {
      var line = in.readLine();
      if (line == null) {
        throw new IOException("the service ended early");
      }
      return line;
    }

    /// It ends with its input.
    @Override
    public void close() throws IOException {
      out.close();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      in.close();
    }
  }
}
