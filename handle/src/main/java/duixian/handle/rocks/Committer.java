package duixian.handle.rocks;

import duixian.handle.cache.AnswerCache;
import duixian.handle.cache.RecordCache;
import duixian.handle.store.Change;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import duixian.handle.store.GroupLog;
import duixian.handle.store.Outcome;
import duixian.handle.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The one thread that changes identifiers, so that create-if-absent needs no lock.
///
/// A group is whatever came while the one before was being written: alone, a change waits for
/// nothing; under load, thousands share two fsyncs (the store's and the log's).
final class Committer implements Runnable {
  static final byte[] GROUP = {'g', 'r', 'o', 'u', 'p'};
  private static final int LARGEST = 8192;

  private sealed interface Work {
    record Pending(Change change, Store.Told done) implements Work {}

    record Alone(Runnable task) implements Work {}

    record Stop() implements Work {}
  }

  private final Engine engine;
  private final InstantSource clock;
  private final GroupLog log;
  private final AnswerCache answers;
  private final RecordCache records;
  private final RocksTallies tallies;
  private final Disk disk;
  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(1 << 16);
  private final WriteOptions durable = new WriteOptions().setSync(true);
  private final Thread thread = new Thread(this, "committer");
  private long number;
  private long millis;
  private boolean failed;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  Committer(
      Engine engine,
      InstantSource clock,
      GroupLog log,
      AnswerCache answers,
      RecordCache records,
      RocksTallies tallies,
      Disk disk) {
    this.engine = engine;
    this.clock = clock;
    this.log = log;
    this.answers = answers;
    this.records = records;
    this.tallies = tallies;
    this.disk = disk;
  }

  /// Goes on after the last group of the store; a crash may have kept it from the log.
  void mend() throws RocksDBException {
    var payload = engine.db.get(engine.meta, GROUP);
    if (payload != null) {
      var last = Group.decode(payload);
      number = last.number();
      millis = last.millis();
      mend(log.ready(last));
    }
  }

  void start() {
    thread.start();
  }

  private void mend(GroupLog.Ready last) {
    var noted = log.last();
    if (noted == number - 1) {
      log.append(last);
    } else if (noted >= 0 && noted != number) {
      throw new StoreFailed(
          "事件日志与标识库不是同一时刻的：日志到第 %d 组，库到第 %d 组；请把两者从同一份备份恢复".formatted(noted, number),
          new IllegalStateException("log at " + noted + ", store at " + number));
    }
  }

  void submit(Change change, Store.Told done) {
    if (closed) {
      done.told(Outcome.UNAVAILABLE, false);
    } else if (!queue.offer(new Work.Pending(change, done))) {
      done.told(Outcome.BUSY, false);
    }
  }

  /// Runs a task between two groups and waits for it.
  void alone(Runnable task) {
    var ended = new CompletableFuture<Void>();
    try {
      queue.put(
          new Work.Alone(() -> {
            try {
              task.run();
              ended.complete(null);
            } catch (RuntimeException | Error e) {
              // Whoever waits must hear of it, and the next group must still find its thread.
              ended.completeExceptionally(e);
            }
          }));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed("操作被中断", e);
    }
    ended.join();
  }

  int waiting() {
    return queue.size();
  }

  @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void run() {
    var works = new ArrayList<Work>();
    var open = true;
    while (open) {
      try {
        works.add(queue.take());
        queue.drainTo(works, LARGEST - 1);
      } catch (InterruptedException e) {
        // Only close() ends this thread: the queue must be answered to the last.
        continue;
      }
      open = handle(works);
      works.clear();
    }
  }

  private boolean handle(List<Work> works) {
    var open = true;
    var pending = new ArrayList<Work.Pending>(works.size());
    for (var work : works) {
      switch (work) {
        case Work.Pending change -> pending.add(change);
        case Work.Alone(var task) -> {
          commit(pending);
          pending.clear();
          task.run();
        }
        case Work.Stop() -> open = false;
      }
    }
    commit(pending);
    return open;
  }

  private void commit(List<Work.Pending> pending) {
    if (pending.isEmpty()) {
      return;
    }
    Decisions decisions = null;
    if (writable()) {
      try {
        decisions = write(pending);
      } catch (RocksDBException | RuntimeException e) {
        fail("写入失败，已停止注册与变更，解析照常；排除原因后重新启动：" + e.getMessage());
      }
    }
    for (int i = 0; i < pending.size(); i++) {
      var done = pending.get(i).done();
      if (decisions == null) {
        done.told(Outcome.UNAVAILABLE, false);
      } else {
        done.told(decisions.outcomes.get(i), decisions.events.get(i).event().changes());
      }
    }
  }

  void fail(String sentence) {
    failed = true;
    trouble = sentence;
  }

  private boolean writable() {
    if (!failed) {
      trouble = disk.trouble();
    }
    return trouble == null;
  }

  private Decisions write(List<Work.Pending> pending) throws RocksDBException {
    // Until the log has the group, nothing further may be written: the log must have no hole.
    failed = true;
    try (var batch = new WriteBatch()) {
      var now = now();
      var decisions = new Decisions(engine, batch, now / 1000);
      decisions.decide(pending.stream().map(Work.Pending::change).toList());
      commit(log.ready(new Group(number + 1, now, decisions.events)), batch);
      failed = false;
      return decisions;
    }
  }

  /// Makes a group durable in the store and then in the log; only on the committer's thread.
  void commit(GroupLog.Ready ready, WriteBatch batch) throws RocksDBException {
    var group = ready.group();
    batch.put(engine.meta, GROUP, ready.payload());
    tallies.merge(batch, RocksTallies.of(group));
    engine.db.write(durable, batch);
    number = group.number();
    millis = group.millis();
    forget(group);
    log.append(ready);
  }

  /// Encoded and hashed on whatever thread asks.
  GroupLog.Ready ready(Group group) {
    return log.ready(group);
  }

  private void forget(Group group) {
    var many = group.events().size() > LARGEST;
    if (many) {
      answers.forgetAll();
    }
    for (var noted : group.events()) {
      var event = noted.event();
      if (event.changes() && !many) {
        answers.forget(AnswerCache.hash(noted.id()));
      }
      if (event == Event.REPLACED || event == Event.DELETED) {
        records.forget(AnswerCache.hash(noted.id()));
      }
    }
  }

  /// Never earlier than the group before, whatever the clock says.
  long now() {
    return Math.max(millis, clock.millis());
  }

  long number() {
    return number;
  }

  void close() {
    closed = true;
    try {
      queue.put(new Work.Stop());
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var work : queue) {
      if (work instanceof Work.Pending(_, var done)) {
        done.told(Outcome.UNAVAILABLE, false);
      }
    }
    durable.close();
  }
}
