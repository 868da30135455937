package duixian.handle.transport;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import duixian.handle.cache.Lookups;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Many packets in one system call: `recvmmsg` and `sendmmsg`, by the ABI of 64-bit Linux.
final class LinuxDatagrams implements Datagrams {
  /// As many as are looked up together.
  private static final int MOST = Lookups.MOST;

  private static final int INET = 2;
  private static final int INET6 = 10;
  private static final int DATAGRAM = 2;
  private static final int SEND_BUFFER = 7;
  private static final int RECEIVE_BUFFER = 8;
  private static final int RECEIVE_TIMEOUT = 20;
  private static final int WAIT_FOR_ONE = 0x10000;
  private static final int BUFFER = 4 << 20;
  private static final long WAIT_MICROS = 100_000;

  /// Room for the address of either family, `struct sockaddr_in` and `sockaddr_in6`.
  private static final int NAME = 32;

  private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

  private final int socket;
  private boolean closed;

  private LinuxDatagrams(int socket) {
    this.socket = socket;
  }

  /// Whether this is a system whose structures we know.
  static boolean possible() {
    var machine = System.getProperty("os.arch", "");
    return System.getProperty("os.name", "").equals("Linux")
        && (machine.equals("amd64") || machine.equals("aarch64"));
  }

  static Datagrams bind(InetSocketAddress address) throws IOException {
    try (var memory = Arena.ofConfined()) {
      var state = LinuxSockets.state(memory);
      var name = memory.allocate(NAME, 8);
      var size = write(name, address);
      var family = name.get(JAVA_SHORT, 0);
      var socket = LinuxSockets.socket(state, family, DATAGRAM);
      try {
        var buffer = memory.allocateFrom(JAVA_INT, BUFFER);
        LinuxSockets.option(state, socket, RECEIVE_BUFFER, buffer);
        LinuxSockets.option(state, socket, SEND_BUFFER, buffer);
        var wait = memory.allocateFrom(JAVA_LONG, 0, WAIT_MICROS);
        LinuxSockets.option(state, socket, RECEIVE_TIMEOUT, wait);
        LinuxSockets.bind(state, socket, name.asSlice(0, size));
      } catch (IOException e) {
        LinuxSockets.close(state, socket);
        throw e;
      }
      return new LinuxDatagrams(socket);
    }
  }

  private static int write(MemorySegment name, InetSocketAddress address) {
    var bytes = address.getAddress().getAddress();
    var four = bytes.length == 4;
    name.set(JAVA_SHORT, 0, (short) (four ? INET : INET6));
    name.set(PORT, 2, (short) address.getPort());
    MemorySegment.copy(bytes, 0, name, JAVA_BYTE, four ? 4 : 8, bytes.length);
    return four ? 16 : 28;
  }

  private static byte[] host(MemorySegment name) {
    return name.get(JAVA_SHORT, 0) == INET
        ? name.asSlice(4, 4).toArray(JAVA_BYTE)
        : name.asSlice(8, 16).toArray(JAVA_BYTE);
  }

  private static InetSocketAddress read(MemorySegment name) {
    try {
      var host = InetAddress.getByAddress(host(name));
      return new InetSocketAddress(host, Short.toUnsignedInt(name.get(PORT, 2)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("address must have 4 or 16 bytes", e);
    }
  }

  @Override
  public InetSocketAddress address() throws IOException {
    try (var memory = Arena.ofConfined()) {
      var name = memory.allocate(NAME, 8);
      var size = memory.allocateFrom(JAVA_INT, NAME);
      LinuxSockets.name(LinuxSockets.state(memory), socket, name, size);
      return read(name);
    }
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
      var size = write(name, to);
      var bytes = memory.allocateFrom(JAVA_BYTE, packet);
      var head = new Heads(memory, 1);
      head.to(0, name, size, bytes, packet.length);
      var sent = LinuxSockets.send(LinuxSockets.state(memory), socket, head.all, 1);
      if (sent < 0) {
        throw new IOException("sendmmsg failed with error " + -sent);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      try (var memory = Arena.ofConfined()) {
        LinuxSockets.close(LinuxSockets.state(memory), socket);
      }
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
    private final MemorySegment state = LinuxSockets.state(memory);
    private final MemorySegment names = memory.allocate((long) NAME * MOST, 8);
    private final MemorySegment in = memory.allocate((long) STRIDE * MOST, 8);
    private final MemorySegment out;
    private final ByteBuffer packets = in.asByteBuffer();
    private final ByteBuffer answers;
    private final Heads received = new Heads(memory, MOST);
    private final Heads sent = new Heads(memory, MOST);
    private final int room;
    private int ready;

    Batch(int longestAnswer) {
      room = longestAnswer;
      out = memory.allocate((long) room * MOST, 8);
      answers = out.asByteBuffer();
      for (int i = 0; i < MOST; i++) {
        var name = names.address() + (long) i * NAME;
        received.to(i, name, NAME, in.address() + (long) i * STRIDE, LONGEST);
      }
    }

    @Override
    public int receive() throws IOException {
      ready = 0;
      for (int i = 0; i < MOST; i++) {
        received.nameSize(i, NAME);
      }
      var count = LinuxSockets.receive(state, socket, received.all, MOST, WAIT_FOR_ONE);
      if (count == -LinuxSockets.AGAIN || count == -LinuxSockets.INTERRUPTED) {
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
      return read(names.asSlice((long) packet * NAME, NAME));
    }

    @Override
    public int source(int packet) {
      var name = (long) packet * NAME;
      var source = 0;
      var four = names.get(JAVA_SHORT, name) == INET;
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
      sent.to(ready, name, received.nameSize(packet), out.address() + start, length);
      ready++;
    }

    @Override
    public void flush() throws IOException {
      var from = 0;
      while (from < ready) {
        var rest = sent.all.asSlice(from * Heads.SIZE);
        var count = LinuxSockets.send(state, socket, rest, ready - from);
        if (count < 0 && count != -LinuxSockets.INTERRUPTED) {
          ready = 0;
          throw new IOException("sendmmsg failed with error " + -count);
        }
        from += Math.max(count, 0);
      }
      ready = 0;
    }
  }
}
