package duixian.handle.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

  private static long hash(String id) {
    return AnswerCache.hash(bytes(id));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
