package duixian.handle.transport.stream;

import duixian.handle.transport.Sources;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One connection of Netty's; its answers leave in one write per read.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
final class NettyStream<C> extends ByteToMessageDecoder implements Replies {
  private static final int ROOM = 16 * 1024;

  private final Protocol<C> protocol;
  private final C connection;
  private final Queue<byte[]> told = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private @Nullable ChannelHandlerContext net;
  private @Nullable ByteBuf answers;
  private boolean ended;

  NettyStream(Protocol<C> protocol, SocketChannel socket) {
    this.protocol = protocol;
    connection = protocol.begin(Sources.of(socket.remoteAddress()), this);
    setCumulator(MERGE_CUMULATOR);
  }

  private ChannelHandlerContext net() {
    return Objects.requireNonNull(net);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    net = context;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    var view = in.nioBuffer();
    var taken = protocol.hear(connection, view, 0, view.limit());
    protocol.answer();
    in.skipBytes(ended ? in.readableBytes() : taken);
  }

  @Override
  public ByteBuffer room() {
    var buffer = buffer();
    return buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
  }

  @Override
  public void wrote(int bytes) {
    var buffer = buffer();
    buffer.writerIndex(buffer.writerIndex() + bytes);
  }

  @Override
  public void put(byte[] bytes) {
    var buffer = buffer();
    if (buffer.writableBytes() < bytes.length) {
      flushAnswers();
      net().write(Unpooled.wrappedBuffer(bytes), net().voidPromise());
    } else {
      buffer.writeBytes(bytes);
    }
  }

  /// What is told while the event loop is on its way leaves in the same write.
  @Override
  public void tell(byte[] bytes) {
    told.add(bytes);
    if (underWay.compareAndSet(false, true)) {
      net().executor().execute(this::sendTold);
    }
  }

  private void sendTold() {
    underWay.set(false);
    for (var bytes = told.poll(); bytes != null; bytes = told.poll()) {
      put(bytes);
    }
    flushAnswers();
  }

  /// The next read would be what tells the decoder to go on: it takes what it has read.
  @Override
  public boolean isFull() {
    return ended;
  }

  @Override
  public void end() {
    ended = true;
    flushAnswers();
    net().close();
  }

  /// The buffer of answers of this read, with room for one more from the cache.
  private ByteBuf buffer() {
    var buffer = answers;
    if (buffer != null && buffer.writableBytes() < ROOM / 4) {
      net().write(buffer, net().voidPromise());
      buffer = null;
    }
    if (buffer == null) {
      buffer = net().alloc().directBuffer(ROOM, ROOM);
      answers = buffer;
    }
    return buffer;
  }

  /// The decoder's own way would read on when nothing came of a read, whether the client reads or
  /// not.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    flushAnswers();
    discardSomeReadBytes();
    context.fireChannelReadComplete();
  }

  private void flushAnswers() {
    var buffer = answers;
    answers = null;
    if (buffer != null) {
      net().writeAndFlush(buffer, net().voidPromise());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof IdleStateEvent) {
      context.close();
    } else {
      super.userEventTriggered(context, event);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    var buffer = answers;
    answers = null;
    if (buffer != null) {
      buffer.release();
    }
  }

  /// A connection that breaks is closed; there is nobody left to tell.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
