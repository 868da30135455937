package duixian.handle.server;

import duixian.handle.transport.Context;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Loops;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;

/// The protocol over TCP: connections stay open, requests are pipelined, answers may overtake.
final class TcpServer {
  private TcpServer() {}

  static InetSocketAddress bind(
      Context context, String host, int port, Loops loops, ChannelGroup open)
      throws InterruptedException {
    var gate = new Gate(context, open);
    var channel =
        loops
            .server(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel socket) {
                    if (gate.enters(socket)) {
                      var idle = context.limits().idleSeconds();
                      socket.pipeline().addLast(new IdleStateHandler(idle, 0, 0));
                      socket.pipeline().addLast(new TcpConnection(context, socket));
                    }
                  }
                })
            .bind(host, port)
            .sync()
            .channel();
    open.add(channel);
    return (InetSocketAddress) channel.localAddress();
  }
}
