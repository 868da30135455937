package duixian.bench.policy;

import duixian.cli.folder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// `./duixian bench policy`: peers by JMH, then whole processes, in one run; prints one table of
/// ratios.
public final class PolicyBench {
  private static final int COLD_STARTS = 5;
  private static final int WHOLE_RUNS = 5;
  private static final String PLATFORMS = "99";
  private static final String ENTERPRISES = "930000";

  private PolicyBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    var home = WholePolicy.home().toAbsolutePath();
    try (var work = WorkFolder.create("duixian-bench")) {
      var city = work.path().resolve("city");
      System.err.println("生成一百万条记录的城市……");
      WholeProcess.run(
          home,
          "generate",
          "--platforms",
          PLATFORMS,
          "--enterprises",
          ENTERPRISES,
          "--out",
          city.toString());
      var records = records(city);
      var results = jmh(home, city);
      var checks = cold(home);
      print(results, records, checks, whole(home, city, work.path().resolve("result.csv")));
    }
  }

  /// From CSV to CSV several times, the swiftest first.
  private static List<WholeProcess> whole(Path home, Path city, Path result)
      throws IOException, InterruptedException {
    var runs = new ArrayList<WholeProcess>();
    for (int i = 0; i < WHOLE_RUNS; i++) {
      runs.add(
          WholeProcess.run(
              home,
              "assess",
              home.resolve(WholePolicy.POLICY).toString(),
              city.toString(),
              "--csv",
              result.toString()));
    }
    runs.sort(Comparator.comparingDouble(WholeProcess::seconds));
    return runs;
  }

  private static Map<String, Double> jmh(Path home, Path city) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(Peers.class.getName().replace(".", "\\.") + "\\..*")
            .include(WholePolicy.class.getName().replace(".", "\\.") + "\\..*")
            .jvmArgsAppend(
                "-D" + WholePolicy.HOME + "=" + home,
                "-D" + WholePolicy.CITY + "=" + city,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")
            .shouldFailOnError(true)
            .build();
    return scores(new Runner(options).run());
  }

  /// The median of the iterations: neighbours on the machine move the mean.
  private static Map<String, Double> scores(Collection<RunResult> results) {
    var scores = new LinkedHashMap<String, Double>();
    for (var result : results) {
      var primary = result.getPrimaryResult();
      scores.put(primary.getLabel(), primary.getStatistics().getPercentile(50));
    }
    return scores;
  }

  /// The best of several starts of `check`, in seconds: a cold JVM with its cache of classes.
  private static double cold(Path home) throws IOException, InterruptedException {
    var best = Double.MAX_VALUE;
    for (int i = 0; i < COLD_STARTS; i++) {
      best =
          Math.min(
              best,
              WholeProcess.run(home, "check", home.resolve(WholePolicy.POLICY).toString())
                  .seconds());
    }
    return best;
  }

  private static long records(Path city) throws IOException {
    var count = 0L;
    try (var files = Files.newDirectoryStream(city, "*.csv")) {
      for (var file : files) {
        try (var lines = Files.lines(file)) {
          count += lines.count() - 1;
        }
      }
    }
    return count;
  }

  private static void print(
      Map<String, Double> scores, long records, double check, List<WholeProcess> whole) {
    var loop = scores.getOrDefault("loop", 0.0) / Peers.MANY;
    var columns = scores.getOrDefault("columns", 0.0) / Peers.MANY;
    System.out.printf(
        "%nrate, cap per project, running cap per platform and year; one thread; every sum"
            + " equal%n");
    System.out.println(
        "| | ns per claim | against the hand-written loop | columns are faster by | wanted |");
    System.out.println("|---|---:|---:|---:|---|");
    row("hand-written long[] loop (the limit)", loop, loop, columns, "");
    row("Duixian columns", columns, loop, columns, "≥ 0.8 of the loop");
    row(
        "Duixian explained path",
        scores.getOrDefault("reference", 0.0) / Peers.SOME,
        loop,
        columns,
        "");
    row("DuckDB SQL", scores.getOrDefault("duckdb", 0.0) / Peers.MANY, loop, columns, "≥ 10");
    row("CEL", scores.getOrDefault("cel", 0.0) / Peers.SOME, loop, columns, "≥ 50");
    row("Drools", scores.getOrDefault("drools", 0.0) / Peers.FEW, loop, columns, "≥ 100");
    System.out.println();
    System.out.println("| the whole Zhongshan policy | measured | wanted |");
    System.out.println("|---|---:|---|");
    System.out.printf(
        "| %,d records in columns, with explanation columns | %.2f s | ≤ 1 s |%n",
        records, scores.getOrDefault("cityInColumns", 0.0) / 1e6);
    System.out.printf(
        "| the same from CSV on disk to a result CSV, whole process, median of %d | %.1f s (%.1f to"
            + " %.1f), %.0f MiB | ≤ 6 s, ≤ 1536 MiB |%n",
        WHOLE_RUNS,
        whole.get(WHOLE_RUNS / 2).seconds(),
        whole.getFirst().seconds(),
        whole.getLast().seconds(),
        whole.stream().mapToDouble(WholeProcess::peakMib).max().orElse(0));
    System.out.printf(
        "| compile, warm | %.0f ms | ≤ 300 ms |%n", scores.getOrDefault("compile", 0.0) / 1e3);
    System.out.printf(
        "| one explained claim, warm | %.3f ms | ≤ 1 ms |%n",
        scores.getOrDefault("explainOneClaim", 0.0) / 1e3);
    System.out.printf(
        "| `duixian check`, cold, best of %d | %.2f s | ≤ 1.5 s |%n", COLD_STARTS, check);
  }

  private static void row(String who, double nanos, double loop, double columns, String wanted) {
    System.out.printf(
        "| %s | %,.1f | %.3f | %.1f | %s |%n", who, nanos, loop / nanos, nanos / columns, wanted);
  }
}
