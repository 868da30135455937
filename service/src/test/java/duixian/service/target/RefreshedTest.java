package duixian.service.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RefreshedTest {
  private final AtomicReference<@Nullable String> kept = new AtomicReference<>("of yesterday");
  private final CountDownLatch slow = new CountDownLatch(1);
  private final Refreshed<String> reading =
      new Refreshed<>(
          Clock.systemUTC(),
          Duration.ofMinutes(1),
          () -> "basis",
          () -> {
            waited();
            return "of today";
          },
          new Refreshed.Keeping<>(kept::get, kept::set));

  @Test
  void theFirstReaderAfterARestartDoesNotWait() throws Exception {
    assertThat(reading.value()).isEqualTo("of yesterday");
    assertThat(reading.value()).isEqualTo("of yesterday");

    slow.countDown();
    while (!"of today".equals(reading.value())) {
      Thread.sleep(5);
    }
    assertThat(kept).hasValue("of today");
  }

  @Test
  void beforeTheFirstReadingThereIsNoneAndNobodyWaits() throws Exception {
    kept.set(null);

    assertThat(reading.value()).isNull();
    assertThat(reading.value()).isNull();

    slow.countDown();
    while (reading.value() == null) {
      Thread.sleep(5);
    }
    assertThat(reading.value()).isEqualTo("of today");
    assertThat(kept).hasValue("of today");
  }

  private void waited() {
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
