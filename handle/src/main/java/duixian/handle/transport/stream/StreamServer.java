package duixian.handle.transport.stream;

import duixian.handle.transport.Gate;
import duixian.handle.transport.Loops;
import io.netty.channel.group.ChannelGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/// Listens for connections of a protocol, each of which is kept until one side ends it or it was
/// silent for too long.
public interface StreamServer extends AutoCloseable {
  InetSocketAddress address();

  /// Takes no connection any more, and lets what was begun on the others be sent, for some seconds.
  @Override
  void close();

  /// On Netty's loops; its connections are closed with those that are `open`. Each thread gets a
  /// protocol of its own.
  static <C> StreamServer bind(
      InetSocketAddress address,
      Gate gate,
      Supplier<Protocol<C>> protocols,
      Loops loops,
      ChannelGroup open)
      throws InterruptedException {
    var protocol = ThreadLocal.withInitial(protocols);
    var channel =
        loops.listen(
            address,
            gate,
            open,
            socket -> socket.pipeline().addLast(new NettyStream<>(protocol.get(), socket)));
    var bound = (InetSocketAddress) channel.localAddress();
    return new StreamServer() {
      @Override
      public InetSocketAddress address() {
        return bound;
      }

      @Override
      public void close() {
        channel.close().awaitUninterruptibly();
      }
    };
  }

  /// Through io_uring, on so many threads of its own.
  static <C> StreamServer bind(
      InetSocketAddress address, Gate gate, Supplier<Protocol<C>> protocols, int threads)
      throws IOException {
    return new RingServer<>(address, gate, protocols, threads, Room.shared(threads));
  }
}
