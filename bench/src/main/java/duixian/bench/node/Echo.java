package duixian.bench.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The floor: gives back the bytes it gets, on UDP and TCP, and does nothing else; on HTTP, the
/// same answer for every blank line.
public final class Echo {
  private static final int BUFFER = 1 << 16;

  private Echo() {}

  public static void main(String[] arguments) throws IOException {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var udp = DatagramChannel.open().bind(any);
    var tcp = ServerSocketChannel.open().bind(any);
    var http = ServerSocketChannel.open().bind(any);
    Thread.ofPlatform().daemon().start(() -> udp(udp));
    Thread.ofPlatform().daemon().start(() -> accept(tcp, Echo::tcp));
    Thread.ofPlatform().daemon().start(() -> accept(http, Echo::http));
    System.out.printf(
        "%d %d %d%n",
        port(udp.getLocalAddress()), port(tcp.getLocalAddress()), port(http.getLocalAddress()));
    while (System.in.read() >= 0) {
      // Runs until its parent closes the stream.
    }
  }

  private static int port(SocketAddress address) {
    return ((InetSocketAddress) address).getPort();
  }

  private static void udp(DatagramChannel channel) {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      while (true) {
        var from = channel.receive(buffer.clear());
        channel.send(buffer.flip(), from);
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static void accept(ServerSocketChannel server, Consumer<SocketChannel> each) {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofPlatform().daemon().start(() -> each.accept(client));
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static void http(SocketChannel client) {
    var in = ByteBuffer.allocateDirect(BUFFER);
    var answer =
        ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 160\r\n\r\n"
                + "x".repeat(160))
            .getBytes(StandardCharsets.US_ASCII);
    var out = ByteBuffer.allocateDirect(BUFFER * 4);
    try (client) {
      int last = 0;
      while (client.read(in.clear()) >= 0) {
        out.clear();
        for (in.flip(); in.hasRemaining(); ) {
          // The two line ends of a blank line are four bytes.
          last = last << 8 | in.get();
          if (last == 0x0d0a0d0a) {
            out.put(answer);
          }
        }
        for (out.flip(); out.hasRemaining(); ) {
          client.write(out);
        }
      }
    } catch (ClosedChannelException _) {
      // The load went away.
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static void tcp(SocketChannel client) {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    try (client) {
      while (client.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          client.write(buffer);
        }
      }
    } catch (ClosedChannelException _) {
      // The load went away.
    } catch (IOException e) {
      System.err.println(e);
    }
  }
}
