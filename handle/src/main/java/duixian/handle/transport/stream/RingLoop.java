package duixian.handle.transport.stream;

import duixian.handle.linux.Ring;
import duixian.handle.linux.Sockets;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Sources;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A thread that serves connections, in rounds: all that came on any of them is heard, then
/// answered, then sent with the call of the system that waits for what comes next.
final class RingLoop<C> implements Runnable {
  static final int ACCEPTED = 0;
  static final int RECEIVED = 1;
  static final int SENT = 2;
  static final int CANCELLED = 3;

  private static final System.Logger LOG = System.getLogger(RingLoop.class.getName());
  private static final int OPERATIONS = 4096;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long END = 5 * SECOND;

  final Ring ring;
  final Protocol<C> protocol;
  final Blocks blocks;
  long now = System.nanoTime();

  private final Gate gate;
  private final long idle;
  private final int most;
  private int kept;
  private final List<@Nullable RingStream<C>> streams = new ArrayList<>();
  private final ArrayDeque<Integer> freeSlots = new ArrayDeque<>();
  private final List<RingStream<C>> flushing = new ArrayList<>();
  private final int[] buffers = new int[Ring.BUFFERS];
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private @Nullable IntConsumer accepted;
  private int listening = -1;
  private boolean accepting;
  private long swept = now;
  private volatile boolean stopping;

  /// In the thread that is to [#run] it.
  RingLoop(Protocol<C> protocol, Gate gate, Room room) throws IOException {
    this.ring = new Ring(OPERATIONS);
    this.protocol = protocol;
    this.gate = gate;
    this.idle = TimeUnit.SECONDS.toNanos(gate.idleSeconds());
    this.blocks = new Blocks(room.blocks());
    this.most = room.bytes();
  }

  static long number(int slot, int kind) {
    return (long) slot << 2 | kind;
  }

  /// From any thread.
  void execute(Runnable task) {
    tasks.add(task);
    ring.wake();
  }

  /// Gives each connection that comes in to `accepted`.
  void accept(int socket, IntConsumer taker) {
    listening = socket;
    accepted = taker;
    accept();
  }

  private void accept() {
    accepting = true;
    ring.accept(listening, number(0, ACCEPTED));
  }

  /// Serves a connection.
  void add(int socket) {
    var peer = Sockets.peer(socket);
    var source = peer == null ? 0 : Sources.of(peer);
    if (stopping || peer == null || !gate.enters(source)) {
      close(socket);
      return;
    }
    try {
      Sockets.undelayed(socket);
    } catch (IOException _) {
      // It has gone again, and will be found to have.
    }
    var free = freeSlots.pollLast();
    var slot = free == null ? streams.size() : free;
    if (free == null) {
      streams.add(null);
    }
    streams.set(slot, new RingStream<>(this, socket, slot, source));
  }

  void closed(RingStream<C> stream, int socket, int slot) {
    if (streams.get(slot) == stream) {
      streams.set(slot, null);
      freeSlots.addLast(slot);
      gate.leaves(stream.source);
      close(socket);
    }
  }

  boolean mayKeep(int more) {
    return kept + more <= most;
  }

  void kept(int more) {
    kept += more;
  }

  void toFlush(RingStream<C> stream) {
    if (stream.marks()) {
      flushing.add(stream);
    }
  }

  /// From any thread: lets what was begun be sent, for some seconds.
  void stop() {
    stopping = true;
    execute(() -> {});
  }

  @Override
  public void run() {
    var end = Long.MAX_VALUE;
    while (now < end && !(stopping && freeSlots.size() == streams.size())) {
      if (stopping && end == Long.MAX_VALUE) {
        end = now + END;
        streams().forEach(RingStream::end);
      }
      flush();
      ring.run(() -> !tasks.isEmpty());
      now = System.nanoTime();
      round();
      for (var task = tasks.poll(); task != null; task = tasks.poll()) {
        done(task);
      }
      sweep();
    }
    close();
  }

  private static void done(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // A mistake of ours costs one connection, not the service.
      LOG.log(System.Logger.Level.ERROR, "task", e);
    }
  }

  private void round() {
    var count = 0;
    while (count < buffers.length && ring.next()) {
      var buffer = ring.buffer();
      if (buffer >= 0) {
        buffers[count++] = buffer;
      }
      if (ring.id() != Ring.WOKEN) {
        completed(ring.id(), ring.result(), buffer, ring.goesOn());
      }
    }
    protocol.answer();
    for (int i = 0; i < count; i++) {
      ring.giveBack(buffers[i]);
    }
  }

  private void completed(long number, int result, int buffer, boolean goesOn) {
    var kind = (int) number & 3;
    if (kind == ACCEPTED) {
      accepting = goesOn;
      if (result >= 0 && accepted != null) {
        accepted.accept(result);
        if (!goesOn && !stopping) {
          accept();
        }
      }
      return;
    }
    var stream = streams.get((int) (number >> 2));
    if (stream == null) {
      return;
    }
    try {
      if (kind == RECEIVED) {
        stream.received(result, buffer, goesOn);
      } else if (kind == SENT) {
        stream.sent(result);
      }
    } catch (RuntimeException e) {
      // A mistake of ours costs one connection, not the service.
      LOG.log(System.Logger.Level.ERROR, "connection", e);
      stream.breakOff();
    }
  }

  private void flush() {
    flushing.forEach(RingStream::flush);
    flushing.clear();
  }

  /// Once a second: closes silent connections, and listens again where that ended, for want of
  /// files for one.
  private void sweep() {
    if (now - swept > SECOND) {
      swept = now;
      if (!accepting && listening >= 0 && !stopping) {
        accept();
      }
      streams().stream().filter(one -> now - one.heardAt > idle).forEach(RingStream::breakOff);
    }
  }

  private List<RingStream<C>> streams() {
    var open = new ArrayList<RingStream<C>>();
    for (var stream : streams) {
      if (stream != null) {
        open.add(stream);
      }
    }
    return open;
  }

  private void close() {
    try {
      ring.close();
      streams().forEach(RingStream::abandon);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "close", e);
    }
  }

  private static void close(int socket) {
    try {
      Sockets.close(socket);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "close", e);
    }
  }
}
