package duixian.handle.transport;

import duixian.handle.linux.Ring;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;

/// How TCP and HTTP connections are read and written, the best first.
public enum Streams {
  /// One system call for what all connections of a loop have to read and write; where Linux has it
  /// and lets us.
  IO_URING,
  /// Linux.
  EPOLL,
  /// The JDK's, everywhere.
  SELECTOR;

  /// The best that this machine has.
  public static Streams best() {
    return IO_URING.isAvailable() ? IO_URING : EPOLL.isAvailable() ? EPOLL : SELECTOR;
  }

  public boolean isAvailable() {
    return switch (this) {
      case IO_URING -> IoUring.isAvailable() && Ring.isAvailable();
      case EPOLL -> Epoll.isAvailable();
      case SELECTOR -> true;
    };
  }

  IoHandlerFactory handlers() {
    return switch (this) {
      case IO_URING -> IoUringIoHandler.newFactory();
      case EPOLL -> EpollIoHandler.newFactory();
      case SELECTOR -> NioIoHandler.newFactory();
    };
  }

  Class<? extends ServerSocketChannel> server() {
    return switch (this) {
      case IO_URING -> IoUringServerSocketChannel.class;
      case EPOLL -> EpollServerSocketChannel.class;
      case SELECTOR -> NioServerSocketChannel.class;
    };
  }
}
