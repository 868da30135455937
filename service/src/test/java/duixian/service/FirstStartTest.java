package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.law.Laws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The very first start is killed again and again, each time a little later; the next one works.
class FirstStartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofMillis(5);

  @Test
  void aFirstStartThatWasKilledIsDoneAgain() throws Exception {
    var folder = Services.folder();
    var files = folder.resolve("db");

    killed(folder, () -> Files.exists(files.resolve("PG_VERSION")));
    killed(folder, () -> Files.exists(files.resolve("postmaster.pid")));
    killed(folder, () -> isLocked(files));
    killed(folder, () -> answers(folder));

    try (var context = Services.start(folder, new MovableClock())) {
      assertThat(context.getBean(Laws.class).inForce().awards()).isNotEmpty();
      assertThat(
              context
                  .getBean(JdbcClient.class)
                  .sql("SELECT count(*) FROM procedure")
                  .query(Long.class)
                  .single())
          .isEqualTo(3);
    }
  }

  private static boolean isLocked(Path files) {
    try {
      var rules = files.resolve("pg_hba.conf");
      return Files.exists(rules) && Files.readString(rules).startsWith("host all all 127.0.0.1");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(Path folder) {
    try {
      return Files.readString(folder.resolve("out")).contains("兑现已启动");
    } catch (IOException e) {
      return false;
    }
  }

  private static void killed(Path folder, BooleanSupplier when) throws Exception {
    var out = folder.resolve("out");
    Files.deleteIfExists(out);
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName(),
                "serve",
                "--data",
                folder.toString(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    var end = Instant.now().plus(PATIENCE);
    try {
      while (!when.getAsBoolean()) {
        assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
        assertThat(Instant.now()).as(Files.readString(out)).isBefore(end);
        Thread.sleep(MOMENT);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
