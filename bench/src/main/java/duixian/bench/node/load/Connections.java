package duixian.bench.node.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Connections that stay open, all driven by one thread so that the load costs less than what it
/// measures: one after the other, it reads the answers to the `depth` requests of the round before
/// and writes the next, so that the server always has those of the others to do.
final class Connections implements Load.Client {
  private static final int ROOM = 1 << 17;
  private final SocketChannel[] channels;
  private final ByteBuffer[] answers;
  private final long[] begun;
  private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
  private final Speech speech;
  private final int depth;
  private boolean underWay;

  Connections(int port, int connections, int depth, Speech speech) throws IOException {
    this.speech = speech;
    this.depth = depth;
    channels = new SocketChannel[connections];
    answers = new ByteBuffer[connections];
    begun = new long[connections];
    for (int i = 0; i < connections; i++) {
      channels[i] =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channels[i].setOption(StandardSocketOptions.TCP_NODELAY, true);
      answers[i] = ByteBuffer.allocateDirect(ROOM).flip();
    }
  }

  SocketChannel channel(int connection) {
    return channels[connection];
  }

  int count() {
    return channels.length;
  }

  @Override
  public int operations() {
    return channels.length * depth * speech.size();
  }

  @Override
  public int round(Times times) throws IOException {
    int succeeded = 0;
    for (int i = 0; i < channels.length; i++) {
      if (underWay) {
        succeeded += hear(i, times);
      }
      ask(i);
    }
    underWay = true;
    return succeeded;
  }

  @Override
  public int rest(Times times) throws IOException {
    int succeeded = 0;
    for (int i = 0; underWay && i < channels.length; i++) {
      succeeded += hear(i, times);
    }
    return succeeded;
  }

  private void ask(int connection) throws IOException {
    out.clear();
    for (int request = 0; request < depth; request++) {
      speech.ask(out);
    }
    begun[connection] = System.nanoTime();
    for (out.flip(); out.hasRemaining(); ) {
      channels[connection].write(out);
    }
  }

  private int hear(int connection, Times times) throws IOException {
    int succeeded = 0;
    for (int answer = 0; answer < depth; answer++) {
      succeeded += next(channels[connection], answers[connection]);
    }
    times.add(System.nanoTime() - begun[connection]);
    return succeeded;
  }

  private int next(SocketChannel channel, ByteBuffer from) throws IOException {
    while (true) {
      var heard = speech.hear(from);
      if (heard != Speech.INCOMPLETE) {
        return heard;
      }
      if (channel.read(from.compact()) < 0) {
        throw new IOException("the server closed the connection");
      }
      from.flip();
    }
  }

  @Override
  public void close() throws IOException {
    for (var channel : channels) {
      channel.close();
    }
  }
}
