package duixian.handle.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ResourceLeakDetector;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Threads that serve all connections of a node.
public final class Loops implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final int END_SECONDS = 5;

  /// A client that does not read is not read from any more.
  private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(1 << 20, 4 << 20);

  static {
    // Its samples are stack traces, which cost more than what they watch.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
  }

  private final Streams streams;
  private final EventLoopGroup group;

  public Loops(Streams streams, int threads) {
    this.streams = streams;
    group = new MultiThreadIoEventLoopGroup(threads, streams.handlers());
  }

  /// Listens, and answers with the listening channel. Connections that the gate lets in are closed
  /// when they are silent for too long, and set up by `each`; all of them are among those that are
  /// `open`.
  public ServerChannel listen(
      InetSocketAddress address, Gate gate, ChannelGroup open, Consumer<SocketChannel> each)
      throws InterruptedException {
    var channel =
        server(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(SocketChannel socket) {
                    if (gate.enters(socket, open)) {
                      socket.pipeline().addLast(new IdleStateHandler(gate.idleSeconds(), 0, 0));
                      each.accept(socket);
                    }
                  }
                })
            .bind(address)
            .sync()
            .channel();
    open.add(channel);
    return (ServerChannel) channel;
  }

  private ServerBootstrap server(ChannelInitializer<SocketChannel> each) {
    return new ServerBootstrap()
        .group(group)
        .channel(streams.server())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD)
        .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .childHandler(each);
  }

  /// Lets what has begun end, for some seconds.
  @Override
  public void close() {
    group
        .shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(END_SECONDS + 1, TimeUnit.SECONDS);
  }
}
