package duixian.handle.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.util.ResourceLeakDetector;

/// Event loops: io_uring where the machine has it and lets us, which takes one system call for what
/// all connections of a loop have to read and write; else epoll, else the JDK's selector.
public final class Loops {
  private record Kind(IoHandlerFactory handlers, Class<? extends ServerSocketChannel> server) {
    static Kind best() {
      if (IoUring.isAvailable()) {
        return new Kind(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
      }
      if (Epoll.isAvailable()) {
        return new Kind(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
      }
      return new Kind(NioIoHandler.newFactory(), NioServerSocketChannel.class);
    }
  }

  private static final int BACKLOG = 4096;

  /// A client that does not read is not read from any more.
  private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(1 << 20, 4 << 20);

  private static final Kind KIND;

  static {
    // Its samples are stack traces, which cost more than what they watch.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    KIND = Kind.best();
  }

  private Loops() {}

  public static EventLoopGroup group(int threads) {
    return new MultiThreadIoEventLoopGroup(threads, KIND.handlers);
  }

  /// A listening socket whose connections are set up by `each`.
  public static ServerBootstrap server(
      EventLoopGroup loops, ChannelInitializer<SocketChannel> each) {
    return new ServerBootstrap()
        .group(loops)
        .channel(KIND.server)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD)
        .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .childHandler(each);
  }
}
