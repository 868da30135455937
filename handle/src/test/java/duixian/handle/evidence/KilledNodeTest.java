package duixian.handle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.rocks.Settings;
import duixian.handle.store.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five rounds in every build, fifty under the profile `slow`.
class KilledNodeTest {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
  private static final String JAVA = System.getProperty("java.home") + "/bin/java";

  @TempDir Path directory;
  private final Random random = new Random();

  @Test
  void whateverWasAcknowledgedIsThereAfterKillAndTheCountsAgree()
      throws IOException, InterruptedException {
    var acknowledged = new HashMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.putAll(killAfter(1 + random.nextInt(2000), round));
      try (var ledger = Ledger.open(directory, Settings.small(), 0, InstantSource.system())) {
        assertThat(acknowledged).isNotEmpty().allSatisfy((id, length) -> holds(ledger, id, length));
        var year = OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear();
        var report = YearReport.of(ledger, year);
        assertThat(report.differences()).isEmpty();
        assertThat(report.registered().scan()).isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(repeated(report)).isZero();
      }
    }
  }

  /// Creates that found their own first attempt as somebody else's: the key of retry was lost.
  private static long repeated(YearReport report) {
    return report.counters().entrySet().stream()
        .filter(count -> count.getKey().what() == Counted.of(Event.DUPLICATE))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static void holds(Ledger ledger, String id, int length) {
    var entry = ledger.store().get(id.getBytes(StandardCharsets.UTF_8));
    var record = Objects.requireNonNull(entry, id).record();
    assertThat(record).hasSize(length);
    assertThat(new String(record, StandardCharsets.UTF_8)).startsWith("record of " + id);
  }

  private Map<String, Integer> killAfter(int acknowledgements, int round)
      throws IOException, InterruptedException {
    var node =
        new ProcessBuilder(
                JAVA,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingNode.class.getName(),
                directory.toString(),
                "r" + round)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var acknowledged = new HashMap<String, Integer>();
    try (var lines =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var space = line.indexOf(' ');
        if (space > 0) {
          acknowledged.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
        }
        if (acknowledged.size() == acknowledgements) {
          node.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(node.waitFor()).isEqualTo(137);
    return acknowledged;
  }
}
