package duixian.handle.transport;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import duixian.handle.cache.Lookups;
import duixian.handle.linux.Calls;
import duixian.handle.linux.SocketName;
import duixian.handle.linux.Sockets;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Many packets in one system call: `recvmmsg` and `sendmmsg`, by the ABI of 64-bit Linux.
final class LinuxDatagrams implements Datagrams {
  /// As many as are looked up together.
  private static final int MOST = Lookups.MOST;

  private static final int DATAGRAM = 2;
  private static final int SOCKET = 1;
  private static final int SEND_BUFFER = 7;
  private static final int RECEIVE_BUFFER = 8;
  private static final int RECEIVE_TIMEOUT = 20;
  private static final int WAIT_FOR_ONE = 0x10000;
  private static final int BUFFER = 4 << 20;
  private static final long WAIT_MICROS = 100_000;

  private static final int NAME = SocketName.SIZE;

  private final int socket;
  private boolean closed;

  private LinuxDatagrams(int socket) {
    this.socket = socket;
  }

  static Datagrams bind(InetSocketAddress address) throws IOException {
    try (var memory = Arena.ofConfined()) {
      var state = Calls.state(memory);
      var name = memory.allocate(NAME, 8);
      var size = SocketName.write(name, address);
      var family = SocketName.family(name);
      var socket = Calls.socket(state, family, DATAGRAM);
      try {
        var buffer = memory.allocateFrom(JAVA_INT, BUFFER);
        Calls.option(state, socket, SOCKET, RECEIVE_BUFFER, buffer);
        Calls.option(state, socket, SOCKET, SEND_BUFFER, buffer);
        var wait = memory.allocateFrom(JAVA_LONG, 0, WAIT_MICROS);
        Calls.option(state, socket, SOCKET, RECEIVE_TIMEOUT, wait);
        Calls.bind(state, socket, name.asSlice(0, size));
      } catch (IOException e) {
        Calls.close(state, socket);
        throw e;
      }
      return new LinuxDatagrams(socket);
    }
  }

  @Override
  public InetSocketAddress address() throws IOException {
    return Sockets.address(socket);
  }

  @Override
  public Datagrams.Batch batch(int longestAnswer) {
    return new Batch(longestAnswer);
  }

  @Override
  public synchronized void send(byte[] packet, InetSocketAddress to) throws IOException {
    if (closed) {
      throw new IOException("the socket is closed");
    }
    try (var memory = Arena.ofConfined()) {
      var name = memory.allocate(NAME, 8);
      var size = SocketName.write(name, to);
      var bytes = memory.allocateFrom(JAVA_BYTE, packet);
      var head = new Heads(memory, 1);
      head.to(0, name, size, bytes, packet.length);
      var sent = Calls.send(Calls.state(memory), socket, head.all, 1);
      if (sent < 0) {
        throw new IOException("sendmmsg failed with error " + -sent);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      Sockets.close(socket);
    }
  }

  /// `struct mmsghdr`, 64 bytes each, with their `struct iovec`.
  private static final class Heads {
    private static final long SIZE = 64;
    private static final int NAME_SIZE = 8;
    private static final int PIECES = 16;
    private static final int PIECE_COUNT = 24;
    private static final int LENGTH = 56;
    private static final long PIECE = 16;
    final MemorySegment all;
    private final MemorySegment pieces;

    Heads(Arena memory, int count) {
      all = memory.allocate(SIZE * count, 8);
      pieces = memory.allocate(PIECE * count, 8);
      for (int i = 0; i < count; i++) {
        all.set(JAVA_LONG, i * SIZE + PIECES, pieces.address() + i * PIECE);
        all.set(JAVA_LONG, i * SIZE + PIECE_COUNT, 1);
      }
    }

    void to(int head, MemorySegment name, int nameSize, MemorySegment bytes, int length) {
      to(head, name.address(), nameSize, bytes.address(), length);
    }

    void to(int head, long name, int nameSize, long bytes, int length) {
      all.set(JAVA_LONG, head * SIZE, name);
      all.set(JAVA_INT, head * SIZE + NAME_SIZE, nameSize);
      pieces.set(JAVA_LONG, head * PIECE, bytes);
      pieces.set(JAVA_LONG, head * PIECE + 8, length);
    }

    void nameSize(int head, int size) {
      all.set(JAVA_INT, head * SIZE + NAME_SIZE, size);
    }

    int nameSize(int head) {
      return all.get(JAVA_INT, head * SIZE + NAME_SIZE);
    }

    int length(int head) {
      return all.get(JAVA_INT, head * SIZE + LENGTH);
    }
  }

  private final class Batch implements Datagrams.Batch {
    /// Starts of packets a power of two apart would share the same lines of the processor's cache.
    private static final int STRIDE = LONGEST + 1 + 192;

    private final Arena memory = Arena.ofAuto();
    private final MemorySegment state = Calls.state(memory);
    private final MemorySegment names = memory.allocate((long) NAME * MOST, 8);
    // Not of the arena, whose life would be looked at with every byte that is read or written.
    private final ByteBuffer packets = ByteBuffer.allocateDirect(STRIDE * MOST);
    private final ByteBuffer answers;
    private final long out;
    private final Heads received = new Heads(memory, MOST);
    private final Heads sent = new Heads(memory, MOST);
    private final int room;
    private int ready;

    Batch(int longestAnswer) {
      room = longestAnswer;
      answers = ByteBuffer.allocateDirect(room * MOST);
      out = MemorySegment.ofBuffer(answers).address();
      var in = MemorySegment.ofBuffer(packets).address();
      for (int i = 0; i < MOST; i++) {
        var name = names.address() + (long) i * NAME;
        received.to(i, name, NAME, in + (long) i * STRIDE, LONGEST);
      }
    }

    @Override
    public int receive() throws IOException {
      ready = 0;
      for (int i = 0; i < MOST; i++) {
        received.nameSize(i, NAME);
      }
      var count = Calls.receive(state, socket, received.all, MOST, WAIT_FOR_ONE);
      if (count == -Calls.AGAIN || count == -Calls.INTERRUPTED) {
        return 0;
      }
      if (count < 0) {
        throw new IOException("recvmmsg failed with error " + -count);
      }
      return count;
    }

    @Override
    public ByteBuffer packets() {
      return packets;
    }

    @Override
    public int at(int packet) {
      return packet * STRIDE;
    }

    @Override
    public int length(int packet) {
      return received.length(packet);
    }

    @Override
    public InetSocketAddress from(int packet) {
      return SocketName.read(names.asSlice((long) packet * NAME, NAME));
    }

    @Override
    public int source(int packet) {
      var name = (long) packet * NAME;
      var source = 0;
      var four = names.get(JAVA_SHORT, name) == SocketName.INET;
      for (int word = four ? 4 : 8; word < (four ? 8 : 24); word += 4) {
        source ^= Integer.reverseBytes(names.get(JAVA_INT, name + word));
      }
      return source;
    }

    @Override
    public ByteBuffer answer(int packet) {
      return answers.clear().position(packet * room).limit((packet + 1) * room);
    }

    @Override
    public void answered(int packet) {
      var name = names.address() + (long) packet * NAME;
      var start = packet * room;
      var length = answers.position() - start;
      sent.to(ready, name, received.nameSize(packet), out + start, length);
      ready++;
    }

    @Override
    public void flush() throws IOException {
      var from = 0;
      while (from < ready) {
        var rest = sent.all.asSlice(from * Heads.SIZE);
        var count = Calls.send(state, socket, rest, ready - from);
        if (count < 0 && count != -Calls.INTERRUPTED) {
          ready = 0;
          throw new IOException("sendmmsg failed with error " + -count);
        }
        from += Math.max(count, 0);
      }
      ready = 0;
    }
  }
}
