package duixian.handle.http.quick;

import duixian.handle.node.Caller;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Sources;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers the plain resolves at the beginning of a connection without taking the requests apart,
/// all of one read in one write. At the first request that is anything else it gives way for good:
/// from there on the handlers behind it have the connection.
///
/// Plain: what [Gets] takes, with an answer for everybody.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
public final class QuickGets extends ByteToMessageDecoder {
  private static final int ROOM = 16 * 1024;

  private final Context context;
  private final QuickJson quick;
  private final Caller caller;
  private @Nullable ByteBuf answers;

  public QuickGets(Context context, QuickJson quick, SocketChannel socket) {
    this.context = context;
    this.quick = quick;
    caller = new Caller(Channel.HTTP, Sources.of(socket.remoteAddress()));
    setCumulator(MERGE_CUMULATOR);
  }

  @Override
  protected void decode(ChannelHandlerContext net, ByteBuf in, List<Object> out) {
    var view = in.nioBuffer();
    var now = context.clock().millis();
    var at = 0;
    var count = 0;
    Gets gets;
    int answered;
    do {
      gets = quick.gets(view, at);
      for (answered = 0;
          answered < gets.count() && answer(net, view, gets, answered, now);
          answered++) {
        at = gets.end(answered);
      }
      count += answered;
    } while (gets.full() && answered == gets.count());
    in.skipBytes(at);
    context.traffic().request(Channel.HTTP, count);
    if (answered < gets.count() || gets.beforeAnother()) {
      write(net);
      net.pipeline().remove(this);
    }
  }

  private boolean answer(
      ChannelHandlerContext net, ByteBuffer view, Gets gets, int which, long now) {
    if (!context.rate().allows(caller.source(), now)) {
      return false;
    }
    var buffer = room(net);
    var into = buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
    var start = into.position();
    if (!quick.answer(gets, which, view, into, caller)) {
      return false;
    }
    buffer.writerIndex(buffer.writerIndex() + into.position() - start);
    return true;
  }

  private ByteBuf room(ChannelHandlerContext net) {
    var buffer = answers;
    if (buffer != null && buffer.writableBytes() < QuickJson.LONGEST) {
      write(net);
      buffer = null;
    }
    if (buffer == null) {
      buffer = net.alloc().directBuffer(ROOM, ROOM);
      answers = buffer;
    }
    return buffer;
  }

  private void write(ChannelHandlerContext net) {
    var buffer = answers;
    answers = null;
    if (buffer != null && buffer.isReadable()) {
      net.write(buffer, net.voidPromise());
    } else if (buffer != null) {
      buffer.release();
    }
  }

  /// The decoder's own way would read on when nothing came of a read, whether the client reads or
  /// not.
  @Override
  public void channelReadComplete(ChannelHandlerContext net) {
    write(net);
    net.flush();
    discardSomeReadBytes();
    net.fireChannelReadComplete();
  }

  /// A client that does not read is not read from.
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext net) {
    net.channel().config().setAutoRead(net.channel().isWritable());
    net.fireChannelWritabilityChanged();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext net) {
    write(net);
    net.flush();
    net.channel().config().setAutoRead(true);
  }
}
