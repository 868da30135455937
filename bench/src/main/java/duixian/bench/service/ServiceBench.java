package duixian.bench.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `duixian bench service [units] [file of pages]`: the service in a process of its own on a
/// synthetic city that goes when it ends. Exit code 1 when a mark is missed.
public final class ServiceBench {
  private static final int UNITS = 10_000;
  private static final double UNIT_MILLIS = 20;
  private static final double NIGHT_SECONDS = 60;
  private static final double MEDIAN_MILLIS = 50;
  private static final double NINETY_NINTH_MILLIS = 200;
  private static final double DECISIONS = 300;

  private final Service service;
  private final int units;
  private final Marks marks = new Marks();

  private ServiceBench(Service service, int units) {
    this.service = service;
    this.units = units;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var units = arguments.length > 0 ? Integer.parseInt(arguments[0]) : UNITS;
    var file =
        arguments.length > 1
            ? Path.of(arguments[1])
            : Path.of(System.getProperty("duixian.home"), "bench", "pages.txt");
    var pages = Pages.read(file);
    say("启动服务…");
    var bench = new ServiceBench(Service.start(units), units);
    bench.load();
    bench.unit();
    bench.night("首夜");
    bench.night("次夜");
    bench.pages(pages);
    bench.decide();
    bench.marks.print();
    if (!bench.marks.areReached()) {
      System.exit(1);
    }
  }

  private void load() throws IOException {
    say("装入合成城市…");
    var loaded = service.ask("load", 3);
    say(
        "%,d 个单位，%,d 件申报，%,d 条事实，%s 秒装入",
        units, Integer.parseInt(loaded[2]), Integer.parseInt(loaded[1]), loaded[0]);
  }

  private void unit() throws IOException {
    var said = service.ask("unit", 2);
    say("匹配一个单位：中位 %s ms，p99 %s ms", said[0], said[1]);
    marks.add(
        "匹配一个单位，中位 / p99",
        said[0] + " / " + said[1] + " ms",
        "20 ms",
        Double.parseDouble(said[1]) <= UNIT_MILLIS);
  }

  private void night(String which) throws IOException {
    var said = service.ask("night", 2);
    say("全市夜间匹配（%s，新立 %s 件）：%s 秒", which, said[1], said[0]);
    marks.add(
        "全市夜间匹配，%s（新立 %,d 件）".formatted(which, Integer.parseInt(said[1])),
        said[0] + " 秒",
        "60 秒",
        Double.parseDouble(said[0]) <= NIGHT_SECONDS);
  }

  private void pages(List<Pages.Page> pages) throws IOException, InterruptedException {
    say("每秒打开 %d 个页面，先热身，再量 %d 秒；同时每秒审定一件…", Pages.PER_SECOND, Pages.SECONDS);
    try (var visitors = new Visitors(service.port())) {
      var visit = new Pages(visitors, pages, units);
      visit.prepare();
      service.ask("trickle", 1);
      var times = visit.measure();
      marks.add(
          "页面，每秒 %d 次，从该打开到收完，中位 / p99".formatted(Pages.PER_SECOND),
          String.format(Locale.ROOT, "%.1f / %.1f ms", times.median(), times.ninetyNinth()),
          "50 / 200 ms",
          times.median() <= MEDIAN_MILLIS && times.ninetyNinth() <= NINETY_NINTH_MILLIS);
      marks.add("没有打开、或打开的不是该页", times.failed() + " 次", "0", times.failed() == 0);
    }
  }

  private void decide() throws IOException {
    say("审定，16 线程争限额…");
    var decided = service.ask("decide", 4);
    var rate =
        (Integer.parseInt(decided[0]) + Integer.parseInt(decided[1]))
            / Double.parseDouble(decided[2]);
    marks.add(
        "审定，16 线程争限额（通过 %s 件，限额拒绝 %s 件）".formatted(decided[0], decided[1]),
        String.format(Locale.ROOT, "每秒 %.0f 件", rate),
        "每秒 300 件",
        rate >= DECISIONS);
    marks.add("审定后账户核对", decided[3], "一致", decided[3].equals("一致"));
  }

  private static void say(String format, Object... words) {
    System.out.printf(format + "%n", words);
    System.out.flush();
  }
}
