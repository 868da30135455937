package duixian.handle.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A writer that keeps more than a cache holds, and a reader at the same time.
final class Race {
  private static final int KEPT = 300_000;
  private static final int SOUGHT = 2_000_000;

  private Race() {}

  /// Whatever the reader finds under one of so many names is what was kept under it, whole.
  static void neverShowsHalf(
      int names, BiConsumer<String, String> keep, Function<String, @Nullable String> find)
      throws InterruptedException {
    var wrong = new AtomicLong();
    var found = new AtomicLong();
    var writer =
        Thread.ofPlatform().start(() -> spin(KEPT, names, i -> keep.accept("id" + i, "=id" + i)));
    spin(
        SOUGHT,
        names,
        i -> {
          var value = find.apply("id" + i);
          if (value != null) {
            found.incrementAndGet();
            if (!value.equals("=id" + i)) {
              wrong.incrementAndGet();
            }
          }
        });
    writer.join();

    assertThat(wrong).hasValue(0);
    assertThat(found.get()).isPositive();
  }

  private static void spin(int count, int names, IntConsumer action) {
    for (int i = 0; i < count; i++) {
      action.accept(i * 31 % names);
    }
  }
}
