package duixian.handle.http;

import duixian.handle.http.quick.QuickJson;
import duixian.handle.node.Caller;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Sources;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.ArrayDeque;

/// One HTTP connection: requests are answered in their order, plain resolves at once, others on a
/// virtual thread; while one of those runs the next wait.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
final class HttpConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int MOST_WAITING = 64;

  private final Context context;
  private final Routes routes;
  private final QuickJson quick;
  private final Caller caller;
  private final ArrayDeque<Next> waiting = new ArrayDeque<>();
  private boolean busy;

  private record Next(Asked asked, boolean keepAlive) {}

  HttpConnection(Context context, Routes routes, QuickJson quick, SocketChannel socket) {
    this.context = context;
    this.routes = routes;
    this.quick = quick;
    caller = new Caller(Channel.HTTP, Sources.of(socket.remoteAddress()));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext net, FullHttpRequest request) {
    context.traffic().request(Channel.HTTP, 1);
    var keepAlive = HttpUtil.isKeepAlive(request);
    if (!request.decoderResult().isSuccess()) {
      context.node().counting().malformed(caller);
      write(net, EnterpriseRoutes.failure(400, "不是 HTTP 请求"), false);
      return;
    }
    if (!context.rate().allows(caller.source(), context.clock().millis())) {
      context.traffic().rateExceeded.increment();
      context.node().counting().refused(caller);
      write(net, EnterpriseRoutes.failure(429, "请求过于频繁"), keepAlive);
      return;
    }
    if (!busy
        && keepAlive
        && request.method().equals(HttpMethod.GET)
        && !request.headers().contains(HttpHeaderNames.AUTHORIZATION)) {
      var answer = quick.answer(request.uri(), caller);
      if (answer != null) {
        // Already whole: goes past the encoder.
        net.pipeline()
            .context(HttpResponseEncoder.class)
            .write(Unpooled.wrappedBuffer(answer), net.voidPromise());
        return;
      }
    }
    later(net, request, keepAlive);
  }

  /// Whether every request so far is answered.
  boolean idle() {
    return !busy && waiting.isEmpty();
  }

  private void later(ChannelHandlerContext net, FullHttpRequest request, boolean keepAlive) {
    try {
      waiting.add(new Next(Asked.of(request, caller), keepAlive));
    } catch (IllegalArgumentException e) {
      write(net, EnterpriseRoutes.failure(400, String.valueOf(e.getMessage())), false);
      return;
    }
    next(net);
    heed(net);
  }

  private void next(ChannelHandlerContext net) {
    if (busy) {
      return;
    }
    var next = waiting.poll();
    if (next == null) {
      return;
    }
    busy = true;
    var since = System.nanoTime();
    var taken =
        context
            .work()
            .offer(() -> {
              var reply = answer(next.asked);
              context.traffic().took(since);
              net.executor().execute(() -> done(net, reply, next));
            });
    if (!taken) {
      done(net, EnterpriseRoutes.failure(503, "节点繁忙，请稍后重试"), next);
    }
  }

  /// A mistake of ours is told as one and breaks nothing else.
  private Reply answer(Asked asked) {
    try {
      return routes.answer(asked);
    } catch (RuntimeException e) {
      System.getLogger(HttpConnection.class.getName())
          .log(System.Logger.Level.ERROR, asked.method() + " " + asked.path(), e);
      return Routes.failure(asked, 500, "节点内部错误");
    }
  }

  private void done(ChannelHandlerContext net, Reply reply, Next next) {
    busy = false;
    var head = next.asked.method().equals(HttpMethod.HEAD);
    write(net, reply, next.keepAlive, head);
    net.flush();
    if (next.keepAlive) {
      next(net);
    }
    heed(net);
  }

  /// A client that does not read, or asks for more than it waits for, is not read from.
  private void heed(ChannelHandlerContext net) {
    var few = waiting.size() < MOST_WAITING;
    net.channel().config().setAutoRead(few && net.channel().isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext net) {
    heed(net);
    net.fireChannelWritabilityChanged();
  }

  private static void write(ChannelHandlerContext net, Reply reply, boolean keepAlive) {
    write(net, reply, keepAlive, false);
  }

  /// To HEAD the length is told and the body is not.
  private static void write(
      ChannelHandlerContext net, Reply reply, boolean keepAlive, boolean head) {
    var response = head ? reply.response().replace(Unpooled.EMPTY_BUFFER) : reply.response();
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = net.write(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
      net.flush();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext net) throws Exception {
    net.flush();
    super.channelReadComplete(net);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext net, Object event) throws Exception {
    if (event instanceof IdleStateEvent && !busy) {
      net.close();
    } else {
      super.userEventTriggered(net, event);
    }
  }

  /// A connection that breaks is closed; there is nobody left to tell.
  @Override
  public void exceptionCaught(ChannelHandlerContext net, Throwable cause) {
    context.traffic().dropped.increment();
    net.close();
  }
}
