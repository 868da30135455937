package duixian.handle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a file system of 64 MiB in memory, where one may be mounted.
class FullDiskTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path directory;
  private final List<String> acknowledged = new ArrayList<>();

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    var mounted = run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", directory.toString());
    assumeThat(mounted).as("a small file system can be mounted").isZero();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", directory.toString());
  }

  @Test
  void nearTheEndOfTheDiskChangesAreRefusedAndResumeWhenThereIsRoom() throws IOException {
    try (var ledger = open(16L * MEGABYTE)) {
      createUntilRefused(ledger);
      assertThat(ledger.trouble()).contains("磁盘将满").contains("解析照常");
      assertThat(ledger.store().get(bytes(acknowledged.getFirst()))).isNotNull();

      Files.delete(directory.resolve("filler"));
      assertThat(createWithin(ledger, "88.118.8/after", 2000)).isEqualTo(Outcome.CREATED);
      assertThat(report(ledger).agree()).isTrue();
    }
  }

  @Test
  void onADiskThatIsFullNothingAcknowledgedIsLost() throws IOException {
    try (var ledger = open(0)) {
      createUntilRefused(ledger);
      assertThat(ledger.trouble()).isNotNull();
      assertThat(ledger.store().get(bytes(acknowledged.getLast()))).isNotNull();
    }
    Files.delete(directory.resolve("filler"));

    try (var ledger = open(0)) {
      for (var id : acknowledged) {
        assertThat(ledger.store().get(bytes(id))).as(id).isNotNull();
      }
      assertThat(create(ledger, "88.118.8/after")).isEqualTo(Outcome.CREATED);
      assertThat(report(ledger).agree()).isTrue();
    }
  }

  private void createUntilRefused(Ledger ledger) throws IOException {
    Files.write(directory.resolve("filler"), new byte[36 * MEGABYTE]);
    for (int i = 0; i < 100_000; i++) {
      var id = "88.118.8/" + i;
      if (create(ledger, id) != Outcome.CREATED) {
        return;
      }
      acknowledged.add(id);
    }
    throw new AssertionError("100,000 creates of 4 KiB went to a disk of 64 MiB");
  }

  private static Outcome createWithin(Ledger ledger, String id, int millis) {
    var end = System.nanoTime() + millis * 1_000_000L;
    var outcome = create(ledger, id);
    while (outcome == Outcome.UNAVAILABLE && System.nanoTime() < end) {
      outcome = create(ledger, id);
    }
    return outcome;
  }

  private static Outcome create(Ledger ledger, String id) {
    return ledger.store().apply(new Change.Create(bytes(id), new byte[4096], Channel.TCP, null));
  }

  private static YearReport report(Ledger ledger) {
    return YearReport.of(ledger, OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear());
  }

  private Ledger open(long reserve) {
    var settings = new Settings(4L * MEGABYTE, MEGABYTE, MEGABYTE, MEGABYTE, reserve);
    return Ledger.open(directory.resolve("data"), settings, 0, InstantSource.system());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
