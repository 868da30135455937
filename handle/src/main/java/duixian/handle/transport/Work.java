package duixian.handle.transport;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Virtual threads for requests that wait for the store, bounded in number.
public final class Work implements AutoCloseable {
  private static final int MOST = 50_000;
  private static final int END_SECONDS = 10;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
  private final AtomicInteger running = new AtomicInteger();

  /// False when there is too much to do, or the node is stopping.
  public boolean offer(Runnable task) {
    if (running.incrementAndGet() > MOST) {
      running.decrementAndGet();
      return false;
    }
    try {
      threads.execute(() -> {
        try {
          task.run();
        } finally {
          running.decrementAndGet();
        }
      });
      return true;
    } catch (RejectedExecutionException _) {
      running.decrementAndGet();
      return false;
    }
  }

  public int running() {
    return running.get();
  }

  /// Lets what has begun end, for ten seconds.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
