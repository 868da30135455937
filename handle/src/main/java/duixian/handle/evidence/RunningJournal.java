package duixian.handle.evidence;

import duixian.handle.events.Block;
import duixian.handle.events.EventLog;
import duixian.handle.events.LogFailed;
import duixian.handle.events.Note;
import duixian.handle.rocks.StoreFailed;
import duixian.handle.store.Channel;
import duixian.handle.store.Tallies;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Collects answers by thread and brings them, tick by tick, first to the log and then to the
/// counters of the store. A crash in between is mended from the log at the next start.
final class RunningJournal implements Journal {
  private static final int STRIPES = 8;
  private final EventLog log;
  private final Tallies tallies;
  private final InstantSource clock;
  private final Bursts bursts;
  private final Recorder[] recorders = new Recorder[STRIPES];
  private final List<String> names = new CopyOnWriteArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final LongAdder lost = new LongAdder();
  private @Nullable Unwritten unwritten;
  private volatile @Nullable String trouble;
  private long tick;
  private long minute;

  private record Unwritten(Block.Answers block, Map<Tallies.Key, Long> counts) {}

  RunningJournal(EventLog log, Tallies tallies, InstantSource clock, int burstsFrom) {
    this.log = log;
    this.tallies = tallies;
    this.clock = clock;
    this.bursts = new Bursts(burstsFrom);
    this.tick = Math.max(log.lastTick(), tallies.tick());
    for (int i = 0; i < STRIPES; i++) {
      recorders[i] = new Recorder();
    }
  }

  @Override
  public int prefix(String prefix) {
    return numbers.computeIfAbsent(prefix, this::newNumber);
  }

  private synchronized int newNumber(String prefix) {
    names.add(prefix);
    return names.size() - 1;
  }

  @Override
  public void answered(int prefix, Channel channel, Answer answer, long idHash, int source) {
    if (prefix < 0 || prefix >= names.size()) {
      throw new IllegalArgumentException("prefix must be a number given here, was " + prefix);
    }
    var what = Note.what(answer.code(), channel, answer.counts() && bursts.over(source));
    var recorder = recorders[(int) Thread.currentThread().threadId() & (STRIPES - 1)];
    if (!recorder.note(what, prefix, idHash, source)) {
      tick();
      if (!recorder.note(what, prefix, idHash, source)) {
        lost.increment();
      }
    }
  }

  /// How many answers were given but not noted, because the disk took nothing for too long.
  long lost() {
    return lost.sum();
  }

  /// Why nothing can be noted at the moment, as one Chinese sentence, or null.
  @Nullable String trouble() {
    return trouble;
  }

  /// Makes everything answered so far durable, in the log first. What cannot be written is kept and
  /// tried again at the next tick.
  synchronized void tick() {
    try {
      if (unwritten == null) {
        unwritten = take();
      }
      write();
      trouble = null;
    } catch (LogFailed | StoreFailed e) {
      trouble = e.getMessage();
    }
  }

  private @Nullable Unwritten take() {
    var now = clock.millis();
    if (now / 60_000 != minute) {
      minute = now / 60_000;
      bursts.nextMinute();
      log.sealBefore(now);
    }
    var counts = new HashMap<Tallies.Key, Long>();
    var prefixes = new BitSet();
    var notes = new ByteArrayOutputStream();
    for (var recorder : recorders) {
      notes.writeBytes(recorder.take(Tallies.day(now), names, counts, prefixes));
    }
    if (notes.size() == 0) {
      return null;
    }
    var named = Recorder.named(prefixes, names);
    return new Unwritten(new Block.Answers(tick + 1, now, named, notes.toByteArray()), counts);
  }

  private void write() {
    var waiting = unwritten;
    if (waiting != null) {
      if (waiting.block().tick() > tick) {
        log.append(waiting.block());
        tick = waiting.block().tick();
      }
      tallies.add(waiting.counts(), tick);
      unwritten = null;
    }
  }

  @Override
  public void close() {
    tick();
  }
}
