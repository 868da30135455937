package duixian.handle.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// TCP sockets as plain files, for a [Ring]. Each belongs to whoever asked for it, who also closes
/// it.
public final class Sockets {
  private static final int STREAM = 1;
  private static final int SOCKET = 1;
  private static final int REUSE_ADDRESS = 2;
  private static final int TCP = 6;
  private static final int NO_DELAY = 1;
  private static final int CLOSED_ON_EXEC = 0x80000;

  private Sockets() {}

  private interface Step {
    void take(MemorySegment state, int socket, MemorySegment name) throws IOException;
  }

  private static int opened(InetSocketAddress address, Step step) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    try (var memory = Arena.ofConfined()) {
      var state = Calls.state(memory);
      var name = memory.allocate(SocketName.SIZE, 8);
      var size = SocketName.write(name, address);
      var socket = Calls.socket(state, SocketName.family(name), STREAM | CLOSED_ON_EXEC);
      try {
        step.take(state, socket, name.asSlice(0, size));
      } catch (IOException e) {
        Calls.close(state, socket);
        throw e;
      }
      return socket;
    }
  }

  /// Port 0 takes a free one.
  public static int listen(InetSocketAddress address, int backlog) throws IOException {
    return opened(
        address,
        (state, socket, name) -> {
          set(state, socket, SOCKET, REUSE_ADDRESS);
          Calls.bind(state, socket, name);
          Calls.listen(state, socket, backlog);
        });
  }

  /// What is written leaves at once, as with [#undelayed].
  public static int connect(InetSocketAddress address) throws IOException {
    return opened(
        address,
        (state, socket, name) -> {
          set(state, socket, TCP, NO_DELAY);
          Calls.connect(state, socket, name);
        });
  }

  public static void undelayed(int socket) throws IOException {
    try (var memory = Arena.ofConfined()) {
      set(Calls.state(memory), socket, TCP, NO_DELAY);
    }
  }

  private static void set(MemorySegment state, int socket, int level, int option)
      throws IOException {
    try (var memory = Arena.ofConfined()) {
      Calls.option(state, socket, level, option, memory.allocateFrom(JAVA_INT, 1));
    }
  }

  public static InetSocketAddress address(int socket) throws IOException {
    try (var memory = Arena.ofConfined()) {
      var name = memory.allocate(SocketName.SIZE, 8);
      var size = memory.allocateFrom(JAVA_INT, SocketName.SIZE);
      Calls.name(Calls.state(memory), socket, name, size);
      return SocketName.read(name);
    }
  }

  /// The other side, null when it has gone.
  public static @Nullable InetSocketAddress peer(int socket) {
    try (var memory = Arena.ofConfined()) {
      var name = memory.allocate(SocketName.SIZE, 8);
      var size = memory.allocateFrom(JAVA_INT, SocketName.SIZE);
      return Calls.peer(Calls.state(memory), socket, name, size) ? SocketName.read(name) : null;
    }
  }

  /// Ends both directions: what waits for the socket learns that it has ended.
  public static void shutdown(int socket) {
    try (var memory = Arena.ofConfined()) {
      Calls.shutdown(Calls.state(memory), socket);
    }
  }

  public static void close(int socket) throws IOException {
    try (var memory = Arena.ofConfined()) {
      Calls.close(Calls.state(memory), socket);
    }
  }
}
