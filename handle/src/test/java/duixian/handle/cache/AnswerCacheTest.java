package duixian.handle.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache(1 << 20);

  @Test
  void givesBackWhatWasKept() {
    keep("88.118.8/a", "answer a");

    assertThat(find("88.118.8/a")).isEqualTo("answer a");
    assertThat(find("88.118.8/b")).isNull();
  }

  @Test
  void forgetsAChangedIdentifier() {
    keep("88.118.8/a", "answer a");
    cache.forget(hash("88.118.8/a"));

    assertThat(find("88.118.8/a")).isNull();
  }

  @Test
  void neverKeepsWhatWasReadBeforeTheChange() {
    var generation = cache.generation(hash("88.118.8/a"));
    cache.forget(hash("88.118.8/a"));
    var id = bytes("88.118.8/a");
    cache.keep(hash("88.118.8/a"), generation, id, 0, id.limit(), bytes("old"));

    assertThat(find("88.118.8/a")).isNull();
  }

  @Test
  void anAnswerWithoutRoomIsNotGiven() {
    keep("88.118.8/a", "answer a");
    var id = bytes("88.118.8/a");

    var into = ByteBuffer.allocate(3);
    assertThat(cache.find(hash("88.118.8/a"), id, 0, id.limit(), into)).isEqualTo(-1);
    assertThat(into.position()).isZero();
  }

  @Test
  void readersNeverSeeHalfAnAnswerWhileTheRingsGoRound() throws InterruptedException {
    Race.neverShowsHalf(20_000, this::keep, this::find);
  }

  private void keep(String id, String answer) {
    var key = bytes(id);
    cache.keep(hash(id), cache.generation(hash(id)), key, 0, key.limit(), bytes(answer));
  }

  private @Nullable String find(String id) {
    var key = bytes(id);
    var into = ByteBuffer.allocate(64);
    return cache.find(hash(id), key, 0, key.limit(), into) < 0
        ? null
        : new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
  }

  private static long hash(String id) {
    return AnswerCache.hash(id.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
