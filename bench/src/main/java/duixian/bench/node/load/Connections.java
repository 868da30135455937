package duixian.bench.node.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Connections that stay open, all driven by one thread so that the load costs less than what it
/// measures: writes `depth` requests to each, then reads the answers of each. A load of one thread
/// never sleeps for an answer, since waking it would cost the server as much as the answer itself;
/// several threads would take the processor from the server, and sleep.
final class Connections implements Load.Client {
  private static final int ROOM = 1 << 17;
  private final SocketChannel[] channels;
  private final ByteBuffer[] answers;
  private final long[] begun;
  private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
  private final Speech speech;
  private final int depth;

  Connections(int port, int connections, int depth, boolean sleeps, Speech speech)
      throws IOException {
    this.speech = speech;
    this.depth = depth;
    channels = new SocketChannel[connections];
    answers = new ByteBuffer[connections];
    begun = new long[connections];
    for (int i = 0; i < connections; i++) {
      channels[i] =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channels[i].setOption(StandardSocketOptions.TCP_NODELAY, true);
      channels[i].configureBlocking(sleeps);
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
    for (int i = 0; i < channels.length; i++) {
      out.clear();
      for (int request = 0; request < depth; request++) {
        speech.ask(out);
      }
      begun[i] = System.nanoTime();
      for (out.flip(); out.hasRemaining(); ) {
        channels[i].write(out);
      }
    }
    int succeeded = 0;
    for (int i = 0; i < channels.length; i++) {
      for (int answer = 0; answer < depth; answer++) {
        succeeded += next(channels[i], answers[i]);
      }
      times.add(System.nanoTime() - begun[i]);
    }
    return succeeded;
  }

  private int next(SocketChannel channel, ByteBuffer from) throws IOException {
    while (true) {
      var heard = speech.hear(from);
      if (heard != Speech.INCOMPLETE) {
        return heard;
      }
      var read = channel.read(from.compact());
      from.flip();
      if (read < 0) {
        throw new IOException("the server closed the connection");
      }
      if (read == 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var channel : channels) {
      channel.close();
    }
  }
}
