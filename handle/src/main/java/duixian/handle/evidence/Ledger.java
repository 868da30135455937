package duixian.handle.evidence;

import duixian.handle.events.Block;
import duixian.handle.events.EventLog;
import duixian.handle.events.LogFailed;
import duixian.handle.events.LogReader;
import duixian.handle.events.SealKey;
import duixian.handle.rocks.RocksStore;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Tallies;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The data of one node, open and running: store, event log and journal in one directory, brought
/// to agreement when it is opened.
///
/// `store/`, `events/` and `keys/` stand in the directory; a backup holds all three.
public final class Ledger implements AutoCloseable {
  private static final long TICK_NANOS = 200_000_000L;
  private static final long TOLERATED_MILLIS = 300_000;
  private static final long ONCE_SECONDS = 7 * 86_400L;

  private final Path directory;
  private final EventLog log;
  private final RocksStore store;
  private final RunningJournal journal;
  private final SteadyClock clock;
  private final Thread ticker;
  private final long recounted;
  private volatile boolean closed;

  private Ledger(
      Path directory,
      EventLog log,
      RocksStore store,
      SteadyClock clock,
      int burstsFrom,
      long recounted) {
    this.directory = directory;
    this.log = log;
    this.store = store;
    this.clock = clock;
    this.recounted = recounted;
    this.journal = new RunningJournal(log, store.tallies(), clock, burstsFrom);
    this.ticker = Thread.ofPlatform().name("journal").daemon().start(this::tickOn);
  }

  /// Opens or makes the data of a node. Resolutions of one source beyond `burstsFrom` a minute are
  /// counted apart (0: never).
  public static Ledger open(Path directory, Settings settings, int burstsFrom, InstantSource wall) {
    var log = EventLog.open(directory.resolve("events"), SealKey.in(directory.resolve("keys")));
    try {
      refuseEarlyClock(log, wall);
      var clock =
          new SteadyClock(
              wall,
              System::nanoTime,
              (steady, now) -> log.append(new Block.ClockJump(steady, now)));
      var store = RocksStore.open(directory.resolve("store"), settings, clock, log);
      var recounted = recount(directory.resolve("events"), log, store.tallies());
      return new Ledger(directory, log, store, clock, burstsFrom, recounted);
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static void refuseEarlyClock(EventLog log, InstantSource wall) {
    if (wall.millis() < log.millis() - TOLERATED_MILLIS) {
      throw new LogFailed(
          "系统时钟（%s）早于事件日志的最后一刻（%s），年度计数会错；请校准时钟后再启动"
              .formatted(Days.time(wall.millis()), Days.time(log.millis())));
    }
  }

  /// Counts what a crash left in the log but not in the counters.
  private static long recount(Path events, EventLog log, Tallies tallies) {
    var from = tallies.tick();
    if (from >= log.lastTick()) {
      return 0;
    }
    var counted = new LogCount();
    LogReader.between(events, Tallies.day(log.millis()) - 7, Integer.MAX_VALUE)
        .each((block, _, _) -> {
          if (block instanceof Block.Answers answers && answers.tick() > from) {
            counted.add(answers);
          }
        });
    tallies.add(counted.all(), log.lastTick());
    return counted.total();
  }

  public RocksStore store() {
    return store;
  }

  public Journal journal() {
    return journal;
  }

  /// The time of this node: it neither goes back nor jumps.
  public InstantSource clock() {
    return clock;
  }

  public Path directory() {
    return directory;
  }

  /// How many answers of the last run a crash kept from the counters; they were counted from the
  /// log.
  public long recounted() {
    return recounted;
  }

  /// Answers given but not noted, since the start: 0 unless the disk took nothing for long.
  public long lost() {
    return journal.lost();
  }

  /// Why something is not written, as one Chinese sentence, or null.
  public @Nullable String trouble() {
    var trouble = store.trouble();
    return trouble != null ? trouble : journal.trouble();
  }

  /// Runs `task` while nothing is changed or noted: all that was answered before is in store,
  /// counters and log.
  public void still(Runnable task) {
    store.alone(() -> {
      synchronized (journal) {
        journal.tick();
        task.run();
      }
    });
  }

  long lastGroup() {
    return log.last();
  }

  long lastTick() {
    return log.lastTick();
  }

  /// Seals the running minute, so that everything so far is under a signature.
  public void seal() {
    log.sealNow();
  }

  private void tickOn() {
    long cleaned = Instant.EPOCH.getEpochSecond();
    while (!closed) {
      LockSupport.parkNanos(TICK_NANOS);
      journal.tick();
      var second = clock.millis() / 1000;
      if (second - cleaned > 86_400) {
        cleaned = second;
        store.forgetOnceBefore(second - ONCE_SECONDS);
      }
    }
  }

  /// Ends in order: what was answered is noted, the running minute sealed, the store closed.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(ticker);
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
    store.close();
    log.sealNow();
    log.close();
  }
}
