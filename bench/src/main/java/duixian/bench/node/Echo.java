package duixian.bench.node;

import duixian.handle.transport.Datagrams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// The floor: gives back the bytes it gets, on UDP by the batch, on TCP with one thread for all
/// connections, and does nothing else; on HTTP, the same answer for every blank line.
public final class Echo {
  private static final int BUFFER = 1 << 16;
  private static final int PACKET = 2048;
  private static final byte[] HTTP =
      ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 160\r\n\r\n"
              + "x".repeat(160))
          .getBytes(StandardCharsets.US_ASCII);

  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER * 4);

  private Echo() {}

  /// What a connection of a port gets back; `in` is ready to be read, `out` to be written.
  private interface Answer {
    void to(ByteBuffer in, ByteBuffer out);
  }

  public static void main(String[] arguments) throws IOException {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var udp = Datagrams.bind(any);
    Thread.ofPlatform().daemon().start(() -> datagrams(udp));
    System.out.printf(
        "%d %d %d%n", udp.address().getPort(), streams(any, Echo::echo), streams(any, Echo::http));
    while (System.in.read() >= 0) {
      // Runs until its parent closes the stream.
    }
  }

  private static void datagrams(Datagrams datagrams) {
    var batch = datagrams.batch(PACKET);
    try {
      while (true) {
        var count = batch.receive();
        for (int i = 0; i < count; i++) {
          var in = batch.packets().clear().position(batch.at(i));
          batch.answer(i).put(in.limit(batch.at(i) + Math.min(PACKET, batch.length(i))));
          batch.answered(i);
        }
        batch.flush();
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static int streams(InetSocketAddress any, Answer answer) throws IOException {
    var server = ServerSocketChannel.open().bind(any);
    var selector = Selector.open();
    server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    Thread.ofPlatform().daemon().start(() -> new Echo().select(selector, answer));
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private void select(Selector selector, Answer answer) {
    try {
      while (true) {
        selector.select(key -> ready(selector, key, answer));
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private void ready(Selector selector, SelectionKey key, Answer answer) {
    try {
      if (key.channel() instanceof ServerSocketChannel server) {
        var client = server.accept();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false).register(selector, SelectionKey.OP_READ);
      } else if (key.channel() instanceof SocketChannel client) {
        if (client.read(in.clear()) < 0) {
          client.close();
          return;
        }
        answer.to(in.flip(), out.clear());
        for (out.flip(); out.hasRemaining(); ) {
          client.write(out);
        }
      }
    } catch (IOException _) {
      key.cancel(); // the load went away
    }
  }

  private static void echo(ByteBuffer in, ByteBuffer out) {
    out.put(in);
  }

  /// A blank line is never cut here: the load writes whole requests.
  private static void http(ByteBuffer in, ByteBuffer out) {
    for (int last = 0; in.hasRemaining(); ) {
      // The two line ends of a blank line are four bytes.
      last = last << 8 | in.get();
      if (last == 0x0d0a0d0a) {
        out.put(HTTP);
      }
    }
  }
}
