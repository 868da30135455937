package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.merkle.Verification;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sample city is killed again and again while it is told. Three times in every build, fifteen
/// under the profile `slow`.
class KilledStoryTest {
  private static final int KILLS = Integer.getInteger("story.kills", 3);
  private static final long SEED = Long.getLong("story.seed", 20_260_105L);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration MOMENT = Duration.ofMillis(20);

  /// Heads are signed by the clock on the wall.
  private static final List<String> BY_THE_WALL = List.of("audit_head", "flyway_schema_history");

  @Test
  void theCityIsTheSameAsOneThatNobodyKilled() throws Exception {
    var whole = Services.folder();
    var killed = Services.folder();
    var random = new SplittableRandom(SEED);
    var undisturbed = demo(whole);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        // The first moments are those in which units and facts are loaded.
        var moment = Duration.ofMillis(random.nextInt(kill == 0 ? 2_500 : 4_000));
        var process = demo(killed);
        try {
          await(process, killed, () -> answers(killed));
          Thread.sleep(moment);
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
      told(demo(killed), killed);
    } finally {
      told(undisturbed, whole);
    }

    var expected = city(whole);
    var city = city(killed);
    assertThat(city.rows()).as("seed %d", SEED).isEqualTo(expected.rows());
    assertThat(city.cases()).as("seed %d", SEED).isEqualTo(expected.cases());
    assertThat(city.acts()).as("seed %d", SEED).isEqualTo(expected.acts());
  }

  /// What the sample city holds.
  private record Held(
      Map<String, Long> rows,
      List<Map<String, @Nullable Object>> cases,
      List<Map<String, @Nullable Object>> acts) {}

  private static Held city(Path folder) throws Exception {
    try (var context = Services.start(folder, new MovableClock())) {
      var log = Services.log(context);
      assertThat(Verification.of(log).faults()).isEmpty();
      assertThat(log.leaves()).hasSize((int) context.getBean(AuditLog.class).size());

      var jdbc = context.getBean(JdbcClient.class);
      return new Held(
          rows(jdbc),
          jdbc.sql(
                  """
                  SELECT CASE raised WHEN 'declared' THEN number END AS number, award, object, year,
                    step, version, corrections, figure, ceiling, granted
                  FROM claim ORDER BY award, object, year, number
                  """)
              .query()
              .listOfRows(),
          jdbc.sql("SELECT act, count(*) FROM audit_log GROUP BY act ORDER BY act")
              .query()
              .listOfRows());
    }
  }

  /// By table; a night that was cut short is on record beside the one that was held instead.
  private static Map<String, Long> rows(JdbcClient jdbc) {
    var rows = new TreeMap<String, Long>();
    Found.all(
            jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class))
        .stream()
        .filter(table -> !BY_THE_WALL.contains(table))
        .forEach(table ->
            rows.put(
                table,
                jdbc.sql(
                        "SELECT count(*) FROM "
                            + table
                            + (table.equals("matching_run") ? " WHERE ended_at IS NOT NULL" : ""))
                    .query(Long.class)
                    .single()));
    return rows;
  }

  private static Process demo(Path folder) throws IOException {
    Files.deleteIfExists(out(folder));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dstdout.encoding=UTF-8",
            "-Dduixian.house=..",
            "-cp",
            System.getProperty("java.class.path"),
            Start.class.getName(),
            "demo",
            "--data",
            folder.toString(),
            "--port",
            "0")
        .redirectErrorStream(true)
        .redirectOutput(out(folder).toFile())
        .start();
  }

  /// To the end of the story, and stopped as a user stops it.
  private static void told(Process process, Path folder) throws Exception {
    try {
      await(process, folder, () -> Files.exists(folder.resolve("demo.clock")));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void await(Process process, Path folder, BooleanSupplier when) throws Exception {
    var end = Instant.now().plus(PATIENCE);
    while (!when.getAsBoolean()) {
      assertThat(process.isAlive()).as(Files.readString(out(folder))).isTrue();
      assertThat(Instant.now()).as(Files.readString(out(folder))).isBefore(end);
      Thread.sleep(MOMENT);
    }
  }

  private static boolean answers(Path folder) {
    try {
      return Files.readString(out(folder)).contains("兑现已启动");
    } catch (IOException e) {
      return false;
    }
  }

  private static Path out(Path folder) {
    return folder.resolve("out");
  }
}
