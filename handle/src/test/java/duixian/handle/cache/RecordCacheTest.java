package duixian.handle.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordCacheTest {
  private static final int ROOM = 1 << 20;
  private final RecordCache cache = new RecordCache(ROOM);

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void givesBackWhatWasKept() {
    keep("88.118.8/a", "value a");

    assertThat(find("88.118.8/a")).isEqualTo("value a");
    assertThat(find("88.118.8/b")).isNull();
  }

  @Test
  void forgetsAChangedIdentifier() {
    keep("88.118.8/a", "value a");
    cache.forget(hash("88.118.8/a"));

    assertThat(find("88.118.8/a")).isNull();
  }

  @Test
  void neverKeepsWhatWasReadBeforeTheChange() {
    var hash = hash("88.118.8/a");
    var generation = cache.generation(hash);
    cache.forget(hash);
    keep("88.118.8/a", generation, "old");

    assertThat(find("88.118.8/a")).isNull();
  }

  @Test
  void keepsTheLastOfTwoValues() {
    keep("88.118.8/a", "one");
    keep("88.118.8/a", "two");

    assertThat(find("88.118.8/a")).isEqualTo("two");
  }

  @Test
  void keepsNothingThatIsTooLong() {
    keep("88.118.8/a", "x".repeat(5000));

    assertThat(find("88.118.8/a")).isNull();
  }

  @Test
  void overwritesTheOldestWhenItIsFull() {
    for (int i = 0; i < 100_000; i++) {
      keep("88.118.8/" + i, "value " + i);
    }

    assertThat(cache.full()).isTrue();
    assertThat(find("88.118.8/0")).isNull();
    assertThat(find("88.118.8/99999")).isEqualTo("value 99999");
  }

  @Test
  void aBatchFindsWhatOneAfterTheOtherFinds() {
    for (int i = 0; i < 60_000; i++) {
      keep("88.118.8/" + i, "value " + i);
    }
    for (int from = 0; from < 60_000; from += 997) {
      var ids = ids(from, Lookups.MOST);
      var these = brought(ids);

      for (int i = 0; i < ids.size(); i++) {
        assertThat(find(these, i, ids.get(i))).isEqualTo(find(ids.get(i)));
      }
    }
  }

  @Test
  void whatIsKeptAfterABatchWasBroughtIsFoundToo() {
    var these = brought(List.of("88.118.8/a"));
    keep("88.118.8/a", "value a");

    assertThat(find(these, 0, "88.118.8/a")).isEqualTo("value a");
  }

  @Test
  void whatIsOverwrittenAfterABatchWasBroughtIsNotFound() {
    keep("88.118.8/a", "value a");
    var these = brought(List.of("88.118.8/a"));
    for (int i = 0; i < 100_000; i++) {
      keep("88.118.8/" + i, "value " + i);
    }

    assertThat(find(these, 0, "88.118.8/a")).isNull();
  }

  @Test
  void batchesNeverSeeHalfAValueWhileTheRingsGoRound() throws InterruptedException {
    Race.neverShowsHalf(200_000, this::keep, id -> find(brought(List.of(id)), 0, id));
  }

  @Test
  void readersNeverSeeHalfAValueWhileTheRingsGoRound() throws InterruptedException {
    Race.neverShowsHalf(200_000, this::keep, this::find);
  }

  private void keep(String id, String value) {
    keep(id, cache.generation(hash(id)), value);
  }

  private void keep(String id, int generation, String value) {
    cache.keep(
        hash(id), generation, bytes(id), bytes(id).length, bytes(value), bytes(value).length);
  }

  private @Nullable String find(String id) {
    var value = cache.find(hash(id), bytes(id));
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  private static List<String> ids(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> "88.118.8/" + i).toList();
  }

  private Lookups brought(List<String> ids) {
    var these = new Lookups();
    ids.forEach(id -> these.add(hash(id)));
    cache.bring(these);
    return these;
  }

  private @Nullable String find(Lookups these, int which, String id) {
    var into = new byte[4096];
    var length = cache.find(these, which, ByteBuffer.wrap(bytes(id)), 0, bytes(id).length, into);
    return length < 0 ? null : new String(into, 0, length, StandardCharsets.UTF_8);
  }

  private static long hash(String id) {
    return AnswerCache.hash(bytes(id));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
