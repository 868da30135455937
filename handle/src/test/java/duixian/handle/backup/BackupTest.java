package duixian.handle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.handle.evidence.Answer;
import duixian.handle.evidence.Ledger;
import duixian.handle.evidence.YearReport;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path directory;
  private Path backup;
  private Ledger ledger;

  @BeforeEach
  void open() {
    backup = directory.resolve("backup");
    ledger = open(directory.resolve("data"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aRunningNodeIsBackedUpAndComesBackAsItWasThen() {
    create("88.118.8/before");
    ledger.journal().answered(0, Channel.UDP, Answer.RESOLVED, 1, 1);
    Backup.make(ledger, backup);
    create("88.118.8/after");

    Backup.restore(backup, directory.resolve("new"));

    try (var restored = open(directory.resolve("new"))) {
      assertThat(restored.store().get(bytes("88.118.8/before"))).isNotNull();
      assertThat(restored.store().get(bytes("88.118.8/after"))).isNull();
      var report = report(restored);
      assertThat(report.agree()).isTrue();
      assertThat(report.registered().scan()).isEqualTo(1);
      assertThat(report.resolvedByCounters()).isEqualTo(1);
    }
    assertThat(report(ledger).registered().scan()).isEqualTo(2);
  }

  @Test
  void aDamagedBackupIsNotBroughtBack() throws IOException {
    create("88.118.8/before");
    Backup.make(ledger, backup);
    Files.writeString(backup.resolve("keys/seal.pub"), "x");

    assertThatThrownBy(() -> Backup.restore(backup, directory.resolve("new")))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("keys/seal.pub");
    assertThat(directory.resolve("new")).doesNotExist();
  }

  @Test
  void nothingIsOverwritten() {
    Backup.make(ledger, backup);

    assertThatThrownBy(() -> Backup.make(ledger, backup)).hasMessageContaining("不是空的");
    assertThatThrownBy(() -> Backup.restore(backup, directory.resolve("data")))
        .hasMessageContaining("不是空的");
  }

  private void create(String id) {
    ledger.store().apply(new Change.Create(bytes(id), bytes("r"), Channel.TCP, null));
  }

  private static Ledger open(Path data) {
    return Ledger.open(data, Settings.small(), 0, InstantSource.system());
  }

  private static YearReport report(Ledger ledger) {
    return YearReport.of(ledger, OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
