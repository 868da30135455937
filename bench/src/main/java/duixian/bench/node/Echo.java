package duixian.bench.node;

import duixian.handle.transport.Datagrams;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Loops;
import duixian.handle.transport.Streams;
import duixian.handle.transport.Traffic;
import duixian.handle.transport.stream.Protocol;
import duixian.handle.transport.stream.Replies;
import duixian.handle.transport.stream.StreamServer;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The floor: gives back the bytes it gets, by the batch on UDP, with one thread for all
/// connections on TCP, and does nothing else; on HTTP, the same answer for every blank line.
public final class Echo {
  private static final int PACKET = 2048;
  private static final byte[] HTTP =
      ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 160\r\n\r\n"
              + "x".repeat(160))
          .getBytes(StandardCharsets.US_ASCII);

  private Echo() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var udp = Datagrams.bind(any);
    Thread.ofPlatform().daemon().start(() -> datagrams(udp));
    try (var tcp = streams(any, new Back());
        var http = streams(any, new Blank())) {
      System.out.printf(
          "%d %d %d%n", udp.address().getPort(), tcp.address().getPort(), http.address().getPort());
      while (System.in.read() >= 0) {
        // Runs until its parent closes the stream.
      }
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

  private static StreamServer streams(InetSocketAddress any, Protocol<Replies> protocol)
      throws IOException, InterruptedException {
    var gate = new Gate(Limits.usual(), new Traffic());
    var best = Streams.best();
    return best == Streams.IO_URING
        ? StreamServer.bind(any, gate, () -> protocol, 1)
        : StreamServer.bind(
            any,
            gate,
            () -> protocol,
            new Loops(best, 1),
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE));
  }

  /// Answers what it hears while it hears it.
  private interface Immediate extends Protocol<Replies> {
    @Override
    default Replies begin(int source, Replies replies) {
      return replies;
    }

    @Override
    default void answer() {}
  }

  private static final class Back implements Immediate {
    @Override
    public int hear(Replies to, ByteBuffer in, int from, int end) {
      for (int at = from; at < end; ) {
        var room = to.room();
        var length = Math.min(room.remaining(), end - at);
        room.put(room.position(), in, at, length).position(room.position() + length);
        to.wrote(length);
        at += length;
      }
      return end;
    }
  }

  /// A blank line is never cut here: the load writes whole requests.
  private static final class Blank implements Immediate {
    @Override
    public int hear(Replies to, ByteBuffer in, int from, int end) {
      int last = 0;
      for (int at = from; at < end; at++) {
        // The two line ends of a blank line are four bytes.
        last = last << 8 | in.get(at);
        if (last == 0x0d0a0d0a) {
          to.room().put(HTTP);
          to.wrote(HTTP.length);
        }
      }
      return end;
    }
  }
}
