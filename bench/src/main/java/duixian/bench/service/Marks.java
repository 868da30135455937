package duixian.bench.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured beside what it is to be, as a Markdown table.
final class Marks {
  private final List<String> rows = new ArrayList<>();
  private boolean reached = true;

  /// `fits` when the mark is reached.
  void add(String what, String measured, String mark, boolean fits) {
    rows.add("| %s | %s | %s%s |".formatted(what, measured, mark, fits ? "" : "，未达到"));
    reached &= fits;
  }

  boolean areReached() {
    return reached;
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%n| %d 核，Java %s，负载端与服务端在同一台机器 | 实测 | 目标 |%n|---|---:|---:|%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    rows.forEach(System.out::println);
  }
}
