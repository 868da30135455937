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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers the plain resolves at the beginning of a connection without taking the requests apart,
/// all of one read in one write. At the first request that is anything else it gives way for good:
/// from there on the handlers behind it have the connection.
///
/// Plain: `GET`, a path without query or escape, headers that change nothing, an answer for
/// everybody.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
public final class QuickGets extends ByteToMessageDecoder {
  private static final int ROOM = 16 * 1024;
  private static final int LONGEST = 2048;
  private static final byte[] GET = bytes("GET ");
  private static final byte[] VERSION = bytes(" HTTP/1.1\r\n");
  private static final List<byte[]> HARMLESS =
      List.of(
          bytes("host:"), bytes("user-agent:"), bytes("accept"), bytes("connection: keep-alive\r"));

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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  protected void decode(ChannelHandlerContext net, ByteBuf in, List<Object> out) {
    var view = in.nioBuffer();
    var now = context.clock().millis();
    var at = 0;
    var count = 0;
    var next = end(view, at);
    while (next > at
        && next - at <= LONGEST
        && context.rate().allows(caller.source(), now)
        && answer(net, view, at)) {
      at = next;
      count++;
      next = end(view, at);
    }
    in.skipBytes(at);
    context.traffic().request(Channel.HTTP, count);
    var whole = next > at;
    if (whole || next < 0 || view.limit() - at > LONGEST) {
      write(net);
      net.pipeline().remove(this);
    }
  }

  private boolean answer(ChannelHandlerContext net, ByteBuffer view, int at) {
    var buffer = room(net);
    var into = buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
    var start = into.position();
    var path = at + GET.length;
    var end = QuickJson.end(view, path, view.limit());
    if (!quick.answer(view, path, end - path, into, caller)) {
      return false;
    }
    buffer.writerIndex(buffer.writerIndex() + into.position() - start);
    return true;
  }

  /// Where the plain request that starts at `from` ends: `from` itself when the rest is still to
  /// come, -1 when it is none.
  private static int end(ByteBuffer in, int from) {
    var path = from + GET.length;
    if (in.limit() - path < QuickJson.PATH.length) {
      return from;
    }
    var at = QuickJson.end(in, path, in.limit());
    if (!begins(in, from, GET) || !QuickJson.begins(in, path)) {
      return -1;
    }
    if (in.limit() - at < VERSION.length) {
      return from;
    }
    if (!begins(in, at, VERSION)) {
      return -1;
    }
    at += VERSION.length;
    while (in.limit() - at >= 2) {
      if (in.get(at) == '\r') {
        return in.get(at + 1) == '\n' ? at + 2 : -1;
      }
      var line = line(in, at);
      if (line <= 0) {
        return line < 0 ? -1 : from;
      }
      if (!harmless(in, at)) {
        return -1;
      }
      at = line;
    }
    return from;
  }

  /// Where the next line begins, 0 when this one is not whole, -1 when it is none.
  private static int line(ByteBuffer in, int from) {
    for (int at = from; at + 1 < in.limit(); at++) {
      var next = in.get(at);
      if (next == '\r') {
        return in.get(at + 1) == '\n' ? at + 2 : -1;
      }
      if (next >= 0 && next < ' ' && next != '\t') {
        return -1;
      }
    }
    return 0;
  }

  private static boolean harmless(ByteBuffer in, int at) {
    for (var name : HARMLESS) {
      if (begins(in, at, name)) {
        return true;
      }
    }
    return false;
  }

  /// Letters count the same in either case.
  private static boolean begins(ByteBuffer in, int at, byte[] word) {
    if (in.limit() - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      var next = in.get(at + i);
      if (next != word[i] && (next < 'A' || next > 'Z' || (next | 32) != word[i])) {
        return false;
      }
    }
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

  @Override
  public void channelReadComplete(ChannelHandlerContext net) throws Exception {
    write(net);
    net.flush();
    super.channelReadComplete(net);
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
