package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.merkle.Verification;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Claims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KillTest {
  private static final int ENOUGH = 6;

  @Test
  void nothingThatWasAnsweredIsLostWhenTheProcessIsKilled() throws Exception {
    var folder = Services.folder();
    var answered = decideAndKill(folder);

    try (var context = Services.start(folder, new MovableClock())) {
      var claims = context.getBean(Claims.class);
      assertThat(answered)
          .allSatisfy(
              number -> assertThat(claims.find(number).orElseThrow().granted()).isNotNull());

      var granted =
          context
              .getBean(JdbcClient.class)
              .sql("SELECT sum(granted)::bigint FROM claim")
              .query(Long.class)
              .single();
      var budget =
          context.getBean(Accounts.class).find(Booking.Kind.BUDGET, "预算", "2026年度").orElseThrow();
      assertThat(budget.reserved()).isEqualTo(granted);

      assertThat(Verification.of(Services.log(context)).faults()).isEmpty();
    }
  }

  private static List<String> decideAndKill(Path folder) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                KilledCity.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var answered = new ArrayList<String>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("decided ")) {
          answered.add(line.substring("decided ".length()));
        }
        if (answered.size() == ENOUGH) {
          break;
        }
      }
      process.destroyForcibly().waitFor();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
    return answered;
  }
}
