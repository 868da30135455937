package duixian.handle.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.store.Census;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.GroupLog;
import duixian.handle.store.Outcome;
import duixian.handle.store.Tallies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksStoreTest {
  private static final long NOW = Instant.parse("2024-05-06T04:00:00Z").getEpochSecond();

  @TempDir Path directory;
  private final AtomicLong second = new AtomicLong(NOW);
  private final InstantSource clock = () -> Instant.ofEpochSecond(second.get());
  private RocksStore store;

  @BeforeEach
  void open() {
    store = RocksStore.open(directory, Settings.small(), clock, GroupLog.none());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsCreatedIsThereAfterReopening() {
    assertThat(create("88.118.8/a", "one")).isEqualTo(Outcome.CREATED);

    close();
    open();

    assertThat(record("88.118.8/a")).isEqualTo("one");
  }

  @Test
  void anIdentifierIsCreatedOnce() {
    create("88.118.8/a", "one");

    assertThat(create("88.118.8/a", "two")).isEqualTo(Outcome.EXISTS);
    assertThat(record("88.118.8/a")).isEqualTo("one");
  }

  @Test
  void ofManyWhoCreateTheSameExactlyOneSucceeds() throws InterruptedException {
    var created = new AtomicInteger();
    var answered = new CountDownLatch(1000);
    for (int i = 0; i < 1000; i++) {
      store.submit(
          new Change.Create(bytes("88.118.8/" + i % 10), bytes("" + i), Channel.TCP, null),
          (outcome, _) -> {
            if (outcome == Outcome.CREATED) {
              created.incrementAndGet();
            }
            answered.countDown();
          });
    }
    answered.await();

    assertThat(created).hasValue(10);
    assertThat(tally(Event.CREATED)).isEqualTo(10);
    assertThat(tally(Event.DUPLICATE)).isEqualTo(990);
  }

  @Test
  void aReplaceThatReadAnOlderVersionIsRefused() {
    create("88.118.8/a", "one");
    var version = version("88.118.8/a");
    assertThat(replace("88.118.8/a", version, "two")).isEqualTo(Outcome.REPLACED);

    assertThat(replace("88.118.8/a", version, "three")).isEqualTo(Outcome.CONFLICT);
    assertThat(record("88.118.8/a")).isEqualTo("two");
  }

  @Test
  void aDeletedIdentifierKeepsTheDayOfItsFirstCreation() {
    create("88.118.8/a", "one");
    second.addAndGet(86_400);
    assertThat(delete("88.118.8/a")).isEqualTo(Outcome.DELETED);
    assertThat(store.get(bytes("88.118.8/a"))).isNull();
    second.addAndGet(86_400);

    assertThat(create("88.118.8/a", "two")).isEqualTo(Outcome.CREATED);

    var entry = Objects.requireNonNull(store.get(bytes("88.118.8/a")));
    assertThat(entry.firstCreated()).isEqualTo(NOW);
    assertThat(entry.created()).isEqualTo(NOW + 2 * 86_400);
    assertThat(entry.version()).isEqualTo(3);
    assertThat(tally(Event.CREATED)).isEqualTo(1);
    assertThat(tally(Event.RECREATED)).isEqualTo(1);
  }

  @Test
  void aRetryWithItsKeyGetsTheFirstAnswerAgain() {
    var first = new Change.Create(bytes("88.118.8/a"), bytes("one"), Channel.HTTP, bytes("k1"));
    assertThat(store.apply(first)).isEqualTo(Outcome.CREATED);

    assertThat(store.apply(first)).isEqualTo(Outcome.CREATED);
    assertThat(tally(Event.CREATED)).isEqualTo(1);
    assertThat(tally(Event.REPLAYED)).isEqualTo(1);
  }

  @Test
  void aRetryKeyServesOneChangeOnly() {
    store.apply(new Change.Create(bytes("88.118.8/a"), bytes("1"), Channel.HTTP, bytes("k1")));

    var other = new Change.Create(bytes("88.118.8/b"), bytes("1"), Channel.HTTP, bytes("k1"));
    assertThat(store.apply(other)).isEqualTo(Outcome.KEY_REUSED);
    assertThat(store.get(bytes("88.118.8/b"))).isNull();
  }

  @Test
  void retryKeysAreForgottenWithTime() {
    store.apply(new Change.Create(bytes("88.118.8/a"), bytes("1"), Channel.HTTP, bytes("k1")));

    assertThat(store.forgetOnceBefore(NOW)).isZero();
    assertThat(store.forgetOnceBefore(NOW + 1)).isEqualTo(1);
  }

  @Test
  void listsByPrefixInStretches() {
    for (var id : new String[] {"88.118.8/a", "88.118.8/b", "88.118.8/c", "88.118.9/a"}) {
      create(id, id);
    }
    delete("88.118.8/b");

    var first = store.scan(bytes("88.118.8/"), null, 1);
    assertThat(first.rows()).extracting(row -> text(row.key())).containsExactly("88.118.8/a");
    var second = store.scan(bytes("88.118.8/"), first.next(), 5);
    assertThat(second.rows()).extracting(row -> text(row.value())).containsExactly("88.118.8/c");
    assertThat(second.next()).isNull();
  }

  @Test
  void aTableKeepsItsRowsApartFromOthers() {
    store.rows("prefix").put(bytes("a"), bytes("1"));
    store.rows("prefix2").put(bytes("a"), bytes("2"));

    assertThat(store.rows("prefix").scan(bytes(""), null, 9).rows()).hasSize(1);
    store.rows("prefix").remove(bytes("a"));
    assertThat(store.rows("prefix").get(bytes("a"))).isNull();
    assertThat(store.rows("prefix2").get(bytes("a"))).isEqualTo(bytes("2"));
  }

  @Test
  void theCensusMeetsEveryIdentifierThatEverWas() {
    create("88.118.8/a", "one");
    create("88.118.8/b", "one");
    delete("88.118.8/a");
    var met = new HashMap<String, Census.State>();

    try (var moment = store.moment()) {
      create("88.118.8/c", "later");
      moment.census(
          2,
          () ->
              (id, length, _, _, state) -> {
                synchronized (met) {
                  met.put(new String(id, 0, length, StandardCharsets.UTF_8), state);
                }
              });
    }

    assertThat(met)
        .containsOnly(
            Map.entry("88.118.8/a", Census.State.DELETED),
            Map.entry("88.118.8/b", Census.State.LIVE));
  }

  @Test
  void aClockThatGoesBackMovesNothingBack() {
    create("88.118.8/a", "one");
    second.addAndGet(-3600);
    create("88.118.8/b", "one");

    var entry = Objects.requireNonNull(store.get(bytes("88.118.8/b")));
    assertThat(entry.created()).isEqualTo(NOW);
  }

  @Test
  void aClosedStoreRefusesInsteadOfHanging() {
    close();
    assertThat(create("88.118.8/z", "one")).isEqualTo(Outcome.UNAVAILABLE);
    open();
  }

  private Outcome create(String id, String record) {
    return store.apply(new Change.Create(bytes(id), bytes(record), Channel.UDP, null));
  }

  private Outcome replace(String id, long version, String record) {
    return store.apply(new Change.Replace(bytes(id), version, bytes(record), Channel.UDP, null));
  }

  private Outcome delete(String id) {
    return store.apply(new Change.Delete(bytes(id), version(id), Channel.UDP, null));
  }

  private long version(String id) {
    var entry = store.get(bytes(id));
    return entry == null ? 0 : entry.version();
  }

  private @Nullable String record(String id) {
    var entry = store.get(bytes(id));
    return entry == null ? null : text(entry.record());
  }

  private long tally(Event event) {
    var sum = new AtomicLong();
    var day = Tallies.day(second.get() * 1000);
    store
        .tallies()
        .each(day - 9, day, (key, count) -> sum.addAndGet(key.what() == event.code() ? count : 0));
    return sum.get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
