package duixian.handle.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ResourceLeakDetector;
import java.util.concurrent.TimeUnit;

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

  /// A listening socket whose connections are set up by `each`.
  public ServerBootstrap server(ChannelInitializer<SocketChannel> each) {
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
