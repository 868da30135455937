package duixian.handle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.handle.cache.AnswerCache;
import duixian.handle.events.LogFailed;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final long START = Instant.parse("2024-05-06T04:00:00Z").toEpochMilli();

  /// Ten million under the profile `slow`.
  private static final int OPERATIONS = Integer.getInteger("count.operations", 40_000);

  @TempDir Path directory;
  private final AtomicLong offset = new AtomicLong(START - System.currentTimeMillis());
  private final InstantSource wall =
      () -> Instant.ofEpochMilli(System.currentTimeMillis() + offset.get());
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory, Settings.small(), 5000, wall);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void threeCountsAgreeAfterRetriesAndDuplicates() throws InterruptedException {
    var random = new Random(6);
    var free = new Semaphore(4096);
    var distinct = new BitSet();
    var told = new AtomicLong();
    for (int i = 0; i < OPERATIONS; i++) {
      var number = random.nextInt(OPERATIONS);
      distinct.set(number);
      var id = "88.118." + number % 3 + "/" + number;
      var once = random.nextInt(4) == 0 ? bytes("key" + random.nextInt(5) + id) : null;
      free.acquire();
      ledger
          .store()
          .submit(
              new Change.Create(bytes(id), bytes("r"), Channel.of(random.nextInt(4)), once),
              (outcome, _) -> {
                told.addAndGet(outcome == Outcome.CREATED ? 1 : 0);
                free.release();
              });
    }
    free.acquire(4096);
    resolve(3_000, 7);

    var report = YearReport.of(ledger, 2024);
    var registered = distinct.cardinality();
    assertThat(report.differences()).isEmpty();
    assertThat(report.registered())
        .isEqualTo(new Recount.Three(registered, registered, registered));
    assertThat(told.get()).as("retries hear the first answer again").isGreaterThan(registered);
    assertThat(report.resolvedByLog()).isEqualTo(3_000);
    assertThat(report.agree()).isTrue();
  }

  @Test
  void countsStayWithTheirYear() {
    create("88.118.8/a", Channel.TCP);
    close();
    offset.addAndGet(366L * 86_400_000);
    open();
    create("88.118.8/b", Channel.TCP);

    assertThat(YearReport.of(ledger, 2024).registered().scan()).isEqualTo(1);
    assertThat(YearReport.of(ledger, 2025).registered()).isEqualTo(new Recount.Three(1, 1, 1));
    assertThat(YearReport.of(ledger, 2025).agree()).isTrue();
  }

  @Test
  void whatAnEnterpriseNodeReportedIsAFigureOfItsOwn() {
    create("88.118.8/a", Channel.REPORTED);
    create("88.118.8/b", Channel.HTTP);

    var report = YearReport.of(ledger, 2024);
    assertThat(report.registered()).isEqualTo(new Recount.Three(1, 1, 1));
    assertThat(report.reported()).isEqualTo(new Recount.Three(1, 1, 1));
  }

  @Test
  void heartbeatsMissesAndBurstsAreNotResolutions() {
    for (var answer : Answer.values()) {
      ledger.journal().answered(0, Channel.UDP, answer, 1, 1);
    }
    resolve(5_100, 99);

    var report = YearReport.of(ledger, 2024);
    assertThat(report.resolvedByCounters()).isEqualTo(5_001);
    assertThat(report.resolvedByLog()).isEqualTo(5_001);
    assertThat(report.resolvedADay()).isEqualTo(5_001 / 366);
  }

  @Test
  void onlyWhatTheLogHoldsAndTheCountersMissIsCountedAgainAtTheStart() throws IOException {
    create("88.118.8/a", Channel.TCP);
    resolve(1_000, 7);
    var copy = directory.resolve("copy");
    ledger.still(() -> {
      ledger.store().checkpoint(copyOf(copy).resolve("store"));
    });
    resolve(500, 7);
    close();
    copyTree(directory.resolve("events"), copy.resolve("events"));
    copyTree(directory.resolve("keys"), copy.resolve("keys"));

    try (var older = Ledger.open(copy, Settings.small(), 5000, wall)) {
      assertThat(older.recounted()).isEqualTo(500);
      var report = YearReport.of(older, 2024);
      assertThat(report.resolvedByCounters()).isEqualTo(1_500);
      assertThat(report.agree()).isTrue();
    }
    open();
  }

  @Test
  void aTornEndOfTheLogIsCutAndTheCountsStillAgree() throws IOException {
    create("88.118.8/a", Channel.TCP);
    close();
    Files.write(
        directory.resolve("events/2024-05-06.log"),
        new byte[] {0, 0, 1, 0, 7, 7, 7},
        StandardOpenOption.APPEND);
    open();
    create("88.118.8/b", Channel.TCP);

    assertThat(YearReport.of(ledger, 2024).agree()).isTrue();
    assertThat(directory.resolve("events/2024-05-06.log.torn")).exists();
  }

  @Test
  void aLogFromAnotherMomentThanTheStoreRefusesToOpen() throws IOException {
    create("88.118.8/a", Channel.TCP);
    close();
    var log = Files.readAllBytes(directory.resolve("events/2024-05-06.log"));
    var seals = Files.readAllBytes(directory.resolve("events/seals-2024.tsv"));
    open();
    create("88.118.8/b", Channel.TCP);
    create("88.118.8/c", Channel.TCP);
    close();
    Files.write(directory.resolve("events/2024-05-06.log"), log);
    Files.write(directory.resolve("events/seals-2024.tsv"), seals);

    assertThatThrownBy(this::open).hasMessageContaining("事件日志与标识库不是同一时刻的");
    deleteAll();
    open();
  }

  @Test
  void aClockBeforeTheLastEventRefusesToStart() {
    create("88.118.8/a", Channel.TCP);
    close();
    offset.addAndGet(-86_400_000);

    assertThatThrownBy(this::open).isInstanceOf(LogFailed.class).hasMessageContaining("系统时钟");
    offset.addAndGet(86_400_000);
    open();
  }

  @Test
  void aClockThatJumpsIntoTheNextYearCountsNothingThere() {
    create("88.118.8/a", Channel.TCP);
    offset.addAndGet(366L * 86_400_000);
    create("88.118.8/b", Channel.TCP);

    assertThat(YearReport.of(ledger, 2024).registered().log()).isEqualTo(2);
    assertThat(YearReport.of(ledger, 2025).registered().log()).isZero();
    offset.addAndGet(-366L * 86_400_000);
  }

  private void create(String id, Channel channel) {
    var outcome = ledger.store().apply(new Change.Create(bytes(id), bytes("r"), channel, null));
    assertThat(outcome).isEqualTo(Outcome.CREATED);
  }

  private void resolve(int times, int source) {
    var prefix = ledger.journal().prefix("88.118.8");
    for (int i = 0; i < times; i++) {
      var hash = AnswerCache.hash(bytes("88.118.8/" + i));
      ledger.journal().answered(prefix, Channel.UDP, Answer.RESOLVED, hash, source);
    }
  }

  private static Path copyOf(Path copy) {
    try {
      return Files.createDirectories(copy);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private void deleteAll() throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        if (!file.equals(directory)) {
          Files.delete(file);
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
