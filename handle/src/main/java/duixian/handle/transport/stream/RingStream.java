package duixian.handle.transport.stream;

import duixian.handle.linux.Ring;
import duixian.handle.linux.Sockets;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One connection of a [RingLoop]: what came and is not a whole message yet, what is to be sent,
/// one block after the other, and whether more is to come.
final class RingStream<C> implements Replies {
  /// A client that does not read is not read from any more, until it has read all but a quarter.
  private static final int UNREAD = 1 << 20;

  private static final int USUAL_ANSWER = 4096;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final RingLoop<C> loop;
  private final int socket;
  private final int slot;
  private final Queue<byte[]> told = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final ArrayDeque<Blocks.Block> filled = new ArrayDeque<>();
  private final C connection;
  private ByteBuffer rest = NOTHING;
  private Blocks.@Nullable Block filling;
  private Blocks.@Nullable Block sending;
  private int unsent;
  private boolean toFlush;
  private boolean receiving;
  private boolean paused;
  private boolean ended;
  private boolean broken;
  long heardAt;
  final int source;

  RingStream(RingLoop<C> loop, int socket, int slot, int source) {
    this.loop = loop;
    this.socket = socket;
    this.slot = slot;
    this.source = source;
    this.heardAt = loop.now;
    connection = loop.protocol.begin(source, this);
    receive();
  }

  private void receive() {
    receiving = true;
    loop.ring.receive(socket, RingLoop.number(slot, RingLoop.RECEIVED));
  }

  /// After a completion of what this receives; its buffer is given back by the loop.
  void received(int result, int buffer, boolean goesOn) {
    if (buffer >= 0) {
      heardAt = loop.now;
      hear(loop.ring.received().clear(), loop.ring.at(buffer), result);
    }
    if (goesOn) {
      return;
    }
    receiving = false;
    if (result == 0) {
      end();
    } else if (buffer < 0 && result != Ring.NO_BUFFERS && result != Ring.CANCELLED) {
      breakOff();
    } else if (!paused && !ended) {
      receive();
    }
    closeIfOver();
  }

  private void hear(ByteBuffer in, int at, int length) {
    if (ended) {
      return;
    }
    if (paused || rest.hasRemaining()) {
      keep(in, at, length);
      hearRest();
    } else {
      var taken = loop.protocol.hear(connection, in, at, at + length);
      keep(in, taken, at + length - taken);
      pauseIfFull();
    }
  }

  /// What was cut, together with what came behind it.
  private void hearRest() {
    if (paused || ended || !rest.hasRemaining()) {
      return;
    }
    var taken = loop.protocol.hear(connection, rest, rest.position(), rest.limit());
    loop.protocol.answer();
    rest(taken == rest.limit() ? NOTHING : rest.position(taken));
    pauseIfFull();
  }

  private void pauseIfFull() {
    if (isFull() && !paused) {
      paused = true;
      receiveNoMore();
    }
  }

  private void receiveNoMore() {
    if (receiving) {
      loop.ring.cancel(
          RingLoop.number(slot, RingLoop.RECEIVED), RingLoop.number(slot, RingLoop.CANCELLED));
    }
  }

  private void keep(ByteBuffer in, int at, int length) {
    if (length == 0) {
      return;
    }
    if (rest.capacity() - rest.remaining() < length) {
      var room = Math.max(2 * (rest.remaining() + length), 1024);
      if (!loop.mayKeep(room)) {
        breakOff();
        return;
      }
      rest(ByteBuffer.allocate(room).put(rest).flip());
    } else if (rest.capacity() - rest.limit() < length) {
      rest.compact().flip();
    }
    var end = rest.limit();
    rest.limit(end + length).put(end, in, at, length);
  }

  private void rest(ByteBuffer next) {
    loop.kept(next.capacity() - rest.capacity());
    rest = next;
  }

  @Override
  public ByteBuffer room() {
    loop.toFlush(this);
    var block = filling;
    if (block == null || block.room().remaining() < USUAL_ANSWER) {
      block = another();
    }
    return block == null ? loop.blocks.wasted() : block.room();
  }

  /// Null when there is none left, and then this is the one that breaks off.
  private Blocks.@Nullable Block another() {
    var block = broken ? null : loop.blocks.take();
    if (block == null) {
      breakOff();
      return null;
    }
    if (filling != null) {
      filled.addLast(filling);
    }
    filling = block;
    return block;
  }

  @Override
  public void wrote(int bytes) {
    unsent += bytes;
  }

  @Override
  public void put(byte[] bytes) {
    loop.toFlush(this);
    unsent += bytes.length;
    for (int from = 0; from < bytes.length; ) {
      var block = filling;
      if (block == null || !block.room().hasRemaining()) {
        block = another();
      }
      if (block == null) {
        return;
      }
      var length = Math.min(bytes.length - from, block.room().remaining());
      block.room().put(bytes, from, length);
      from += length;
    }
  }

  @Override
  public void tell(byte[] bytes) {
    told.add(bytes);
    if (underWay.compareAndSet(false, true)) {
      loop.execute(this::putTold);
    }
  }

  private void putTold() {
    underWay.set(false);
    for (var bytes = told.poll(); bytes != null; bytes = told.poll()) {
      if (!broken) {
        put(bytes);
      }
    }
  }

  @Override
  public boolean isFull() {
    return unsent > UNREAD || ended || (unsent > 0 && loop.blocks.areScarce());
  }

  @Override
  public void end() {
    ended = true;
    loop.toFlush(this);
  }

  /// Whether this waits to be flushed from now on and did not before.
  boolean marks() {
    var marks = !toFlush;
    toFlush = true;
    return marks;
  }

  /// Sends what there is to be sent, and receives no more from who does not take it.
  void flush() {
    toFlush = false;
    send();
    pauseIfFull();
    if (ended && sending == null) {
      breakOff();
    }
    closeIfOver();
  }

  private void send() {
    if (sending != null || broken) {
      return;
    }
    sending = filled.pollFirst();
    if (sending == null && filling != null && filling.length() > 0) {
      sending = filling;
      filling = null;
    }
    if (sending != null) {
      var number = RingLoop.number(slot, RingLoop.SENT);
      loop.ring.send(socket, sending.bytes(), sending.length(), number);
    }
  }

  void sent(int result) {
    var block = sending;
    if (block == null) {
      throw new IllegalStateException("something completed that was not sent");
    }
    sending = null;
    unsent -= block.length();
    if (result != block.length()) {
      breakOff();
    }
    loop.blocks.giveBack(block);
    send();
    if (paused && !isFull() && unsent < UNREAD / 4) {
      paused = false;
      hearRest();
      if (!receiving && !isFull()) {
        receive();
      }
    }
    if (ended && sending == null) {
      breakOff();
    }
    closeIfOver();
  }

  /// What is under way completes soon; then the socket is closed.
  void breakOff() {
    if (!broken) {
      broken = true;
      ended = true;
      // A shutdown does not keep a client from sending, nor what it sends from being received.
      receiveNoMore();
      Sockets.shutdown(socket);
      closeIfOver();
    }
  }

  private void closeIfOver() {
    if (broken && !receiving && sending == null && !toFlush) {
      abandon();
    }
  }

  /// Closes the socket, whatever is under way.
  void abandon() {
    rest(NOTHING);
    filled.forEach(loop.blocks::giveBack);
    filled.clear();
    if (filling != null) {
      loop.blocks.giveBack(filling);
      filling = null;
    }
    loop.closed(this, socket, slot);
  }
}
