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

/// The floor: gives back the bytes it gets, on UDP and TCP, and does nothing else.
public final class Echo {
  private static final int BUFFER = 1 << 16;

  private Echo() {}

  public static void main(String[] arguments) throws IOException {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var udp = DatagramChannel.open().bind(any);
    var tcp = ServerSocketChannel.open().bind(any);
    Thread.ofPlatform().daemon().start(() -> udp(udp));
    Thread.ofPlatform().daemon().start(() -> accept(tcp));
    System.out.printf("%d %d 0%n", port(udp.getLocalAddress()), port(tcp.getLocalAddress()));
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

  private static void accept(ServerSocketChannel server) {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofPlatform().daemon().start(() -> tcp(client));
      }
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
