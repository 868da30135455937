package duixian.handle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final long NOON = Instant.parse("2024-05-06T04:00:00Z").toEpochMilli();
  private static final int DAY = 19_849;

  @TempDir Path directory;
  private Path events;
  private PublicKey key;
  private long group;

  @BeforeEach
  void threeMinutesOfTwoDays() {
    events = directory.resolve("events");
    try (var log = EventLog.open(events, SealKey.in(directory))) {
      log.append(created(NOON, "88.118.8/a", "88.118.8/b", "88.118.8/c"));
      log.append(new Block.Answers(1, NOON + 300, List.of(), new byte[Note.BYTES * 5]));
      log.append(created(NOON + 60_000, "88.118.8/d"));
      log.append(created(NOON + 86_400_000, "88.118.8/e"));
      log.sealNow();
    }
    key = SealKey.publicKey(directory.resolve("seal.pub"));
  }

  @Test
  void anUntouchedLogIsSound() {
    assertThat(Audit.of(events, key)).isEqualTo(new Audit.Result(3, 4, 10, 0, List.of()));
  }

  @Test
  void oneChangedByteIsFound() {
    change(log(), bytes -> flip(bytes, bytes.length - 3));

    assertThat(Audit.of(events, key).findings()).anyMatch(finding -> finding.contains("日志损坏"));
  }

  @Test
  void aBlockTakenOutIsFound() {
    change(log(), bytes -> Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(Audit.of(events, key).sound()).isFalse();
  }

  @Test
  void anotherFileOfTheSameLengthIsFoundByItsRoot() {
    var other = directory.resolve("other");
    try (var log = EventLog.open(other, SealKey.in(directory.resolve("otherkey")))) {
      group = 0;
      log.append(created(NOON, "88.118.8/a", "88.118.8/b", "88.118.8/x"));
      log.append(new Block.Answers(1, NOON + 300, List.of(), new byte[Note.BYTES * 5]));
      log.append(created(NOON + 60_000, "88.118.8/d"));
    }
    change(log(), _ -> read(other.resolve("2024-05-06.log")));

    assertThat(Audit.of(events, key).findings())
        .singleElement()
        .asString()
        .contains("与封签不符")
        .contains("根不符");
  }

  @Test
  void aSealTakenOutBreaksTheChain() {
    change(
        events.resolve("seals-2024.tsv"),
        bytes -> {
          var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
          return (lines.get(0) + "\n" + lines.get(2) + "\n").getBytes(StandardCharsets.UTF_8);
        });

    assertThat(Audit.of(events, key).findings()).anyMatch(finding -> finding.contains("封签链断开"));
  }

  @Test
  void anotherKeyDoesNotVerify() {
    SealKey.in(directory.resolve("otherkey"));
    var other = SealKey.publicKey(directory.resolve("otherkey/seal.pub"));

    assertThat(Audit.of(events, other).findings()).hasSize(3).allMatch(one -> one.contains("签名不符"));
  }

  @Test
  void aMissingDayIsFound() throws IOException {
    Files.delete(log());

    assertThat(Audit.of(events, key).findings()).anyMatch(finding -> finding.contains("日志文件缺失"));
  }

  @Test
  void aRegistrationIsProvedWithoutShowingOthers() {
    var proof = Proof.of(events, DAY, bytes("88.118.8/b")).orElseThrow();

    assertThat(proof.verify(key)).isTrue();
    assertThat(proof.toString()).doesNotContain("88.118.8/a").doesNotContain("88.118.8/c");
  }

  @Test
  void aProofServesItsIdentifierOnly() {
    var proof = Proof.of(events, DAY, bytes("88.118.8/b")).orElseThrow();
    var forged =
        new Proof(
            "88.118.8/z",
            proof.event(),
            proof.channel(),
            proof.group(),
            proof.millis(),
            proof.size(),
            proof.at(),
            proof.path(),
            proof.blockAt(),
            proof.blockPath(),
            proof.seal());

    assertThat(forged.verify(key)).isFalse();
  }

  @Test
  void whatWasNeverRegisteredHasNoProof() {
    assertThat(Proof.of(events, DAY, bytes("88.118.8/z"))).isEmpty();
  }

  @Test
  void damageBeforeTheEndRefusesToOpen() {
    try (var log = EventLog.open(events, SealKey.in(directory))) {
      log.append(created(NOON + 86_500_000, "88.118.8/f"));
      log.append(created(NOON + 86_500_000, "88.118.8/g"));
    }
    var last = events.resolve("2024-05-07.log");
    change(last, bytes -> flip(bytes, bytes.length - 60));

    assertThatThrownBy(() -> EventLog.open(events, SealKey.in(directory)))
        .isInstanceOf(LogFailed.class)
        .hasMessageContaining("在中间损坏")
        .hasMessageContaining("请从备份恢复");
  }

  @Test
  void aLogShorterThanItsSealsRefusesToOpen() {
    change(events.resolve("2024-05-07.log"), _ -> new byte[0]);

    assertThatThrownBy(() -> EventLog.open(events, SealKey.in(directory)))
        .hasMessageContaining("事件日志缺失");
  }

  private Block created(long millis, String... ids) {
    var noted = new ArrayList<Group.Noted>();
    for (var id : ids) {
      noted.add(new Group.Noted(Event.CREATED, Channel.TCP, bytes(id)));
    }
    group++;
    return new Block.Changes(new Group(group, millis, noted));
  }

  private Path log() {
    return events.resolve("2024-05-06.log");
  }

  private static byte[] flip(byte[] bytes, int at) {
    bytes[at] ^= 1;
    return bytes;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void change(Path file, UnaryOperator<byte[]> change) {
    try {
      Files.write(file, change.apply(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
