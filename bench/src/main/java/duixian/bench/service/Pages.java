package duixian.bench.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Opens pages at a fixed rate whether or not the server keeps up: a page's time counts from when
/// it was due.
final class Pages {
  private static final int PER_SECOND = 50;
  private static final int SECONDS = 30;
  private static final int WARM_SECONDS = 20;
  private static final long GAP = 1_000_000_000L / PER_SECOND;
  private static final int APPLICANTS = 20;

  private final Visitors visitors;
  private final List<Page> pages;
  private final SplittableRandom random = new SplittableRandom(7);

  /// `person` is an account, `applicant` for one of the units or `-`; in `path` `{unit}` and
  /// `{number}` stand for one of them and one of its claims.
  record Page(String person, String path) {}

  private record Opened(String path, int status, long nanos) {}

  Pages(Visitors visitors, List<Page> pages) {
    this.visitors = visitors;
    this.pages = pages;
  }

  static List<Page> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+"))
        .map(words -> new Page(words[0], words[1]))
        .toList();
  }

  /// Prints a line for each page and one for all.
  void measure() throws IOException, InterruptedException {
    for (var page : pages) {
      visitors.admit(page.person().equals("applicant") ? Crowd.applicant(1) : page.person());
    }
    for (int i = 1; i <= APPLICANTS; i++) {
      visitors.admit(Crowd.applicant(i));
    }
    for (var page : pages) {
      open(page, 1, System.nanoTime());
    }
    open(WARM_SECONDS);
    var opened = open(SECONDS);
    Map<String, List<Opened>> byPath = new LinkedHashMap<>();
    opened.forEach(one -> byPath.computeIfAbsent(one.path(), _ -> new ArrayList<>()).add(one));
    byPath.forEach(Pages::line);
    line("全部页面，每秒 " + PER_SECOND + " 次", opened);
  }

  private List<Opened> open(int seconds) {
    var opened = new ConcurrentLinkedQueue<Opened>();
    try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = System.nanoTime();
      for (int i = 0; i < seconds * PER_SECOND; i++) {
        var due = begun + i * GAP;
        LockSupport.parkNanos(due - System.nanoTime());
        var page = pages.get(i % pages.size());
        var unit = random.nextInt(1, APPLICANTS + 1);
        browsers.execute(() -> opened.add(open(page, unit, due)));
      }
    }
    return List.copyOf(opened);
  }

  private Opened open(Page page, int unit, long due) {
    var person = page.person().equals("applicant") ? Crowd.applicant(unit) : page.person();
    var claim = (unit - 1) * SyntheticClaims.PER_UNIT + 1 + unit % SyntheticClaims.PER_UNIT;
    var path =
        page.path()
            .replace("{unit}", SyntheticFacts.unit(unit))
            .replace("{number}", "2026-%06d".formatted(claim));
    try {
      var status = visitors.open(person, path);
      return new Opened(page.path(), status, System.nanoTime() - due);
    } catch (IOException e) {
      return new Opened(page.path(), 0, System.nanoTime() - due);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Opened(page.path(), 0, System.nanoTime() - due);
    }
  }

  private static void line(String name, List<Opened> opened) {
    var nanos = opened.stream().mapToLong(Opened::nanos).sorted().toArray();
    var failed = opened.stream().filter(one -> one.status() != 200).count();
    System.out.printf(
        "%-36s 中位 %7.1f ms  p99 %7.1f ms%s%n",
        name,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        failed == 0 ? "" : "  未成 " + failed + " " + Arrays.toString(statuses(opened)));
    System.out.flush();
  }

  private static int[] statuses(List<Opened> opened) {
    return opened.stream().mapToInt(Opened::status).filter(one -> one != 200).distinct().toArray();
  }
}
