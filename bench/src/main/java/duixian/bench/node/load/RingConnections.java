package duixian.bench.node.load;

import duixian.handle.linux.Ring;
import duixian.handle.linux.Sockets;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// The same as [Connections], with io_uring: whichever connection has its answers asks anew, and
/// one call of the system is for all that are ready, so that the load takes less than what it
/// measures.
final class RingConnections implements Load.Client {
  private static final int ROOM = 1 << 15;
  private static final int OPERATIONS = 4096;
  private static final long SENT = 1L << 32;
  private final Arena memory = Arena.ofConfined();
  private final Ring ring = new Ring(OPERATIONS);
  private final int[] sockets;
  private final MemorySegment[] out;
  private final ByteBuffer[] requests;
  private final ByteBuffer[] rests;
  private final int[] missing;
  private final long[] begun;
  private final Speech speech;
  private final int depth;
  private int asked;
  private int underWay;

  RingConnections(int port, int connections, int depth, Speech speech) throws IOException {
    this.speech = speech;
    this.depth = depth;
    sockets = new int[connections];
    out = new MemorySegment[connections];
    requests = new ByteBuffer[connections];
    rests = new ByteBuffer[connections];
    missing = new int[connections];
    begun = new long[connections];
    var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      sockets[i] = Sockets.connect(server);
      out[i] = memory.allocate(ROOM + 192, 64);
      requests[i] = out[i].asByteBuffer();
      rests[i] = ByteBuffer.allocate(ROOM).flip();
      ring.receive(sockets[i], i);
    }
  }

  /// What was asked since the last round.
  @Override
  public int operations() {
    return asked;
  }

  @Override
  public int round(Times times) throws IOException {
    asked = 0;
    if (underWay == 0) {
      for (int i = 0; i < sockets.length; i++) {
        ask(i);
      }
    }
    return hear(times, true);
  }

  @Override
  public int rest(Times times) throws IOException {
    int succeeded = 0;
    while (underWay > 0) {
      succeeded += hear(times, false);
    }
    return succeeded;
  }

  private int hear(Times times, boolean goingOn) throws IOException {
    int succeeded = 0;
    ring.run(() -> false);
    while (ring.next()) {
      if (ring.id() >= SENT || ring.id() == Ring.WOKEN) {
        continue;
      }
      var connection = (int) ring.id();
      if (ring.buffer() >= 0) {
        succeeded += take(connection);
      } else if (ring.result() != Ring.NO_BUFFERS) {
        throw new IOException("the server closed the connection");
      }
      if (!ring.goesOn()) {
        ring.receive(sockets[connection], connection);
      }
      if (missing[connection] == 0) {
        times.add(System.nanoTime() - begun[connection]);
        underWay--;
        missing[connection] = -1;
        if (goingOn) {
          ask(connection);
        }
      }
    }
    return succeeded;
  }

  private int take(int connection) {
    var buffer = ring.buffer();
    var at = ring.at(buffer);
    var came = ring.received().limit(at + ring.result()).position(at);
    var rest = rests[connection];
    int succeeded;
    if (rest.hasRemaining()) {
      rest.compact().put(came).flip();
      succeeded = hear(connection, rest);
    } else {
      succeeded = hear(connection, came);
      rest.clear().put(came).flip();
    }
    ring.giveBack(buffer);
    return succeeded;
  }

  private int hear(int connection, ByteBuffer from) {
    int succeeded = 0;
    while (missing[connection] > 0) {
      var heard = speech.hear(from);
      if (heard == Speech.INCOMPLETE) {
        break;
      }
      succeeded += heard;
      missing[connection]--;
    }
    return succeeded;
  }

  private void ask(int connection) {
    var into = requests[connection].clear();
    for (int request = 0; request < depth; request++) {
      speech.ask(into);
    }
    begun[connection] = System.nanoTime();
    ring.send(sockets[connection], out[connection], into.position(), SENT + connection);
    missing[connection] = depth;
    underWay++;
    asked += depth * speech.size();
  }

  @Override
  public void close() throws IOException {
    ring.close();
    for (var socket : sockets) {
      Sockets.close(socket);
    }
    memory.close();
  }
}
