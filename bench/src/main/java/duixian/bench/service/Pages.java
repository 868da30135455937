package duixian.bench.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Opens pages at a fixed rate whether or not the server keeps up: a page's time counts from when
/// it was due until its last byte is here, which is more than the server's own.
final class Pages {
  static final int PER_SECOND = 50;
  static final int SECONDS = 60;
  private static final int WARM_SECONDS = 30;

  /// How long other work goes on beside: it is over before the last page.
  static final Duration BUSY = Duration.ofSeconds(WARM_SECONDS + SECONDS - 2);

  private static final long GAP = 1_000_000_000L / PER_SECOND;
  private static final int APPLICANTS = 40;
  private static final Pattern CASE = Pattern.compile("/cases/(\\d{4}-\\d{6})");

  private final Visitors visitors;
  private final List<Page> pages;
  private final int units;
  private final SplittableRandom random = new SplittableRandom(7);
  private List<String> cases = List.of();

  /// `person` is an account, `applicant` for one of the units or `-`; in `path` and in `text`,
  /// which the answer must hold, `{unit}`, `{place}` and `{number}` stand for one of them, its
  /// place among them and one of the cases.
  record Page(String person, String path, String text) {}

  /// What was opened, and how long after it was due it was there.
  record Opened(String path, boolean fine, long nanos) {}

  /// In milliseconds.
  record Times(double median, double ninetyNinth, long failed) {
    static Times of(List<Opened> opened) {
      var nanos = opened.stream().mapToLong(Opened::nanos).sorted().toArray();
      return new Times(
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) (nanos.length * 0.99)] / 1e6,
          opened.stream().filter(one -> !one.fine()).count());
    }
  }

  Pages(Visitors visitors, List<Page> pages, int units) {
    this.visitors = visitors;
    this.pages = pages;
    this.units = units;
  }

  static List<Page> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+"))
        .map(words -> new Page(words[0], words[1], words[2]))
        .toList();
  }

  /// Signs everybody in and opens each page once.
  void prepare() throws IOException, InterruptedException {
    for (var page : pages) {
      visitors.admit(page.person().equals("applicant") ? Crowd.applicant(1) : page.person());
    }
    for (int i = 1; i <= applicants(); i++) {
      visitors.admit(Crowd.applicant(i));
    }
    cases = cases();
    for (var page : pages) {
      var once = open(page, 1, cases.getFirst(), System.nanoTime());
      if (!once.fine()) {
        throw new IOException(page + " is not there");
      }
    }
  }

  /// Prints a line for each page; answers the times of all.
  Times measure() {
    open(WARM_SECONDS);
    var opened = open(SECONDS);
    Map<String, List<Opened>> byPath = new LinkedHashMap<>();
    opened.forEach(one -> byPath.computeIfAbsent(one.path(), _ -> new ArrayList<>()).add(one));
    byPath.forEach((path, ones) -> {
      var times = Times.of(ones);
      System.out.printf(
          "  %-36s 中位 %6.1f ms  p99 %6.1f ms%s%n",
          path,
          times.median(),
          times.ninetyNinth(),
          times.failed() == 0 ? "" : "  未成 " + times.failed());
    });
    return Times.of(opened);
  }

  private int applicants() {
    return Math.min(APPLICANTS, units);
  }

  /// What waits for a reviewer and a leader, and some of what is paid.
  private List<String> cases() throws IOException, InterruptedException {
    var cases = new ArrayList<String>();
    for (var list :
        List.of(
            new Page("reviewer1", "/inbox", ""),
            new Page("leader1", "/inbox", ""),
            new Page("leader1", "/cases?step=%E5%B7%B2%E6%8B%A8%E4%BB%98", ""))) {
      CASE.matcher(visitors.open(list.person(), list.path()).body())
          .results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(cases::add);
    }
    return List.copyOf(cases);
  }

  private List<Opened> open(int seconds) {
    var opened = new ConcurrentLinkedQueue<Opened>();
    try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = System.nanoTime();
      for (int i = 0; i < seconds * PER_SECOND; i++) {
        var due = begun + i * GAP;
        LockSupport.parkNanos(due - System.nanoTime());
        var page = pages.get(i % pages.size());
        var unit = random.nextInt(1, applicants() + 1);
        var number = cases.get(random.nextInt(cases.size()));
        browsers.execute(() -> opened.add(open(page, unit, number, due)));
      }
    }
    return List.copyOf(opened);
  }

  private Opened open(Page page, int unit, String number, long due) {
    var person = page.person().equals("applicant") ? Crowd.applicant(unit) : page.person();
    try {
      var answer = visitors.open(person, filled(page.path(), unit, number));
      var taken = System.nanoTime() - due;
      var fine =
          answer.statusCode() == 200 && answer.body().contains(filled(page.text(), unit, number));
      return new Opened(page.path(), fine, taken);
    } catch (IOException e) {
      return new Opened(page.path(), false, System.nanoTime() - due);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Opened(page.path(), false, System.nanoTime() - due);
    }
  }

  private static String filled(String text, int unit, String number) {
    return text.replace("{unit}", SyntheticFacts.unit(unit))
        .replace("{place}", Integer.toString(unit))
        .replace("{number}", number);
  }
}
