package duixian.handle.http;

import duixian.handle.http.quick.QuickGets;
import duixian.handle.http.quick.QuickJson;
import duixian.handle.transport.Context;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Loops;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.net.InetSocketAddress;

/// HTTP/1.1 with keep-alive and pipelining.
public final class HttpServer {
  private HttpServer() {}

  public static InetSocketAddress bind(
      Context context, String host, int port, Loops loops, ChannelGroup open)
      throws InterruptedException {
    var gate = new Gate(context.limits(), context.traffic());
    var routes = new Routes(context);
    var quick = new QuickJson(context);
    var channel =
        loops.listen(
            new InetSocketAddress(host, port),
            gate,
            open,
            socket ->
                socket
                    .pipeline()
                    .addLast(new QuickGets(context, quick, socket))
                    .addLast(new HttpRequestDecoder())
                    .addLast(new HttpResponseEncoder())
                    .addLast(new HandleStream(context, routes.accounts()))
                    .addLast(new HttpObjectAggregator(context.limits().httpBody()))
                    .addLast(new HttpConnection(context, routes, quick, socket)));
    return (InetSocketAddress) channel.localAddress();
  }
}
