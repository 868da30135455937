package duixian.handle.server;

import duixian.handle.message.Envelope;
import duixian.handle.message.Result;
import duixian.handle.node.Caller;
import duixian.handle.node.QuickAnswers.Batch;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Sources;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One TCP connection: cuts messages, answers plain resolves at once into one write per read, hands
/// everything else to a virtual thread.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
final class TcpConnection extends ByteToMessageDecoder {
  private static final int ROOM = 16 * 1024;

  private final Context context;
  private final Caller caller;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Queue<byte[]> told = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private @Nullable ByteBuf answers;

  TcpConnection(Context context, SocketChannel socket) {
    this.context = context;
    caller = new Caller(Channel.TCP, Sources.of(socket.remoteAddress()));
    setCumulator(MERGE_CUMULATOR);
  }

  @Override
  protected void decode(ChannelHandlerContext net, ByteBuf in, List<Object> out) {
    var view = in.nioBuffer();
    var now = context.clock().millis();
    var at = 0;
    var count = 0;
    var size = size(view, at);
    while (size > 0) {
      var batch = context.quick().batch();
      for (; size > 0 && !batch.full(); size = size(view, at)) {
        batch.add(view, at, size);
        at += size;
      }
      batch.bring();
      for (int i = 0; i < batch.count(); i++) {
        message(net, view, batch, i, now);
      }
      count += batch.count();
    }
    if (size < 0) {
      tooLong(net, view, at);
      in.skipBytes(in.readableBytes());
      return;
    }
    in.skipBytes(at);
    context.traffic().request(Channel.TCP, count);
  }

  /// The size of the message that starts there: 0 when it is not whole yet, -1 when its length is
  /// wrong.
  private static int size(ByteBuffer view, int at) {
    if (view.limit() - at < Envelope.SIZE) {
      return 0;
    }
    var length = view.getInt(at + Envelope.SIZE - 4);
    if (length < 0 || length > Envelope.LONGEST) {
      return -1;
    }
    return view.limit() - at < Envelope.SIZE + length ? 0 : Envelope.SIZE + length;
  }

  /// No way to find the next message after a wrong length: answer, then close.
  private void tooLong(ChannelHandlerContext net, ByteBuffer view, int at) {
    context.node().counting().malformed(caller);
    var start = new byte[Math.min(view.limit() - at, Envelope.SIZE + 24)];
    view.get(at, start);
    put(net, Refusals.of(start, Result.PROTOCOL_ERROR));
    flushAnswers(net);
    net.close();
  }

  private void message(
      ChannelHandlerContext net, ByteBuffer view, Batch batch, int which, long now) {
    if (!context.rate().allows(caller.source(), now)) {
      context.traffic().rateExceeded.increment();
      context.node().counting().refused(caller);
      put(net, Refusals.of(bytes(view, batch, which), Result.RATE_EXCEEDED));
    } else if (batch.plain(which)) {
      plain(net, view, batch, which, now);
    } else {
      later(net, bytes(view, batch, which));
    }
  }

  private static byte[] bytes(ByteBuffer view, Batch batch, int which) {
    var message = new byte[batch.size(which)];
    view.get(batch.start(which), message);
    return message;
  }

  private void plain(ChannelHandlerContext net, ByteBuffer view, Batch batch, int which, long now) {
    var buffer = room(net);
    var into = buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
    var written = batch.answer(which, view, into, caller, now);
    if (written >= 0) {
      buffer.writerIndex(buffer.writerIndex() + written);
    } else {
      put(net, context.quick().resolve(view, batch.start(which), caller));
    }
  }

  private void later(ChannelHandlerContext net, byte[] message) {
    var since = System.nanoTime();
    var room = inFlight.incrementAndGet() <= context.limits().inFlight();
    var taken =
        room
            && context
                .work()
                .offer(() -> {
                  try {
                    context.envoy().answer(message, caller, bytes -> send(net, bytes));
                  } finally {
                    inFlight.decrementAndGet();
                    context.traffic().took(since);
                  }
                });
    if (!taken) {
      inFlight.decrementAndGet();
      put(net, Refusals.of(message, Result.BUSY));
    }
  }

  /// From any thread. What is told while the event loop is on its way leaves in the same write.
  private void send(ChannelHandlerContext net, byte[] bytes) {
    told.add(bytes);
    if (underWay.compareAndSet(false, true)) {
      net.executor().execute(() -> sendTold(net));
    }
  }

  private void sendTold(ChannelHandlerContext net) {
    underWay.set(false);
    for (var bytes = told.poll(); bytes != null; bytes = told.poll()) {
      put(net, bytes);
    }
    flushAnswers(net);
  }

  private void put(ChannelHandlerContext net, byte[] bytes) {
    var buffer = room(net);
    if (buffer.writableBytes() < bytes.length) {
      flushAnswers(net);
      net.write(Unpooled.wrappedBuffer(bytes), net.voidPromise());
    } else {
      buffer.writeBytes(bytes);
    }
  }

  /// The buffer of answers of this read, with room for one more from the cache.
  private ByteBuf room(ChannelHandlerContext net) {
    var buffer = answers;
    if (buffer != null && buffer.writableBytes() < ROOM / 4) {
      net.write(buffer, net.voidPromise());
      buffer = null;
    }
    if (buffer == null) {
      buffer = net.alloc().directBuffer(ROOM, ROOM);
      answers = buffer;
    }
    return buffer;
  }

  /// The decoder's own way would read on when nothing came of a read, whether the client reads or
  /// not.
  @Override
  public void channelReadComplete(ChannelHandlerContext net) {
    flushAnswers(net);
    discardSomeReadBytes();
    net.fireChannelReadComplete();
  }

  private void flushAnswers(ChannelHandlerContext net) {
    var buffer = answers;
    answers = null;
    if (buffer != null) {
      net.writeAndFlush(buffer, net.voidPromise());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext net) {
    net.channel().config().setAutoRead(net.channel().isWritable());
    net.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext net, Object event) throws Exception {
    if (event instanceof IdleStateEvent) {
      net.close();
    } else {
      super.userEventTriggered(net, event);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext net) {
    var buffer = answers;
    answers = null;
    if (buffer != null) {
      buffer.release();
    }
  }

  /// A connection that breaks is closed; there is nobody left to tell.
  @Override
  public void exceptionCaught(ChannelHandlerContext net, Throwable cause) {
    context.traffic().dropped.increment();
    net.close();
  }
}
