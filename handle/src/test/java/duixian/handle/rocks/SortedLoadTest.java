package duixian.handle.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import duixian.handle.store.GroupLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLoadTest {
  private static final SortedLoad.Progress PROGRESS =
      new SortedLoad.Progress(bytes("import\0f"), bytes("half"));

  @TempDir Path directory;
  private final Remembering log = new Remembering();

  @Test
  void aBatchTakenInBeforeTheCrashIsCompletedAtTheNextStart() throws IOException {
    try (var store = open()) {
      store.load().load(items("a", "b"), Channel.IMPORT, _ -> true, _ -> PROGRESS);
    }
    announce(2, "a", "b");

    try (var store = open()) {
      assertThat(log.numbers).containsExactly(1L, 2L);
      assertThat(store.rows("import").get(bytes("f"))).isEqualTo(bytes("half"));
      assertThat(directory.resolve("load")).isEmptyDirectory();
    }
  }

  @Test
  void aBatchNotTakenInBeforeTheCrashIsDiscarded() throws IOException {
    try (var store = open()) {
      store.load().load(items("a", "b"), Channel.IMPORT, _ -> true, _ -> PROGRESS);
    }
    announce(2, "c", "d");
    Files.write(directory.resolve("load/2.sst"), new byte[7]);

    try (var store = open()) {
      assertThat(log.numbers).containsExactly(1L);
      assertThat(store.get(bytes("c"))).isNull();
      assertThat(directory.resolve("load")).isEmptyDirectory();
    }
  }

  @Test
  void aTornAnnouncementIsDiscarded() throws IOException {
    try (var store = open()) {
      store.load().load(items("a"), Channel.IMPORT, _ -> true, _ -> PROGRESS);
    }
    announce(2, "a");
    var file = directory.resolve("load/batch");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));

    try (var _ = open()) {
      assertThat(log.numbers).containsExactly(1L);
    }
  }

  @Test
  void whatWasDeletedIsCreatedAgainByALoad() {
    try (var store = open()) {
      store.load().load(items("a"), Channel.IMPORT, _ -> true, _ -> PROGRESS);
      store.apply(new Change.Delete(bytes("a"), 1, Channel.TCP, null));

      var result = store.load().load(items("a", "b"), Channel.IMPORT, _ -> true, _ -> PROGRESS);
      assertThat(result.created()).isEqualTo(2);
      assertThat(log.events).containsSequence(Event.DELETED, Event.RECREATED, Event.CREATED);
    }
  }

  private RocksStore open() {
    return RocksStore.open(directory, Settings.small(), InstantSource.system(), log);
  }

  private void announce(long number, String... ids) throws IOException {
    var noted = new ArrayList<Group.Noted>();
    for (var id : ids) {
      noted.add(new Group.Noted(Event.CREATED, Channel.IMPORT, bytes(id)));
    }
    var staging = new Staging(directory.resolve("load"));
    staging.file(number);
    staging.announce(new Group(number, System.currentTimeMillis(), noted).encode(), PROGRESS);
  }

  private static List<SortedLoad.Item> items(String... ids) {
    return Arrays.stream(ids)
        .map(id -> new SortedLoad.Item(bytes(id), bytes("record"), 1))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Remembering implements GroupLog {
    private final List<Long> numbers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Override
    public long last() {
      return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    @Override
    public void append(Ready ready) {
      numbers.add(ready.group().number());
      ready.group().events().forEach(noted -> events.add(noted.event()));
    }
  }
}
