package duixian.handle.server;

import duixian.handle.message.Envelope;
import duixian.handle.message.Fragments;
import duixian.handle.message.Result;
import duixian.handle.node.Caller;
import duixian.handle.node.QuickAnswers;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Sources;
import duixian.handle.value.Malformed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/// The protocol over UDP: one packet in, one packet out on the receiving thread; longer messages
/// are put together and answered in several packets.
final class UdpServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UdpServer.class.getName());
  private static final int BUFFER = 4 << 20;

  /// An answer that fits is one packet; others are cut by [Fragments].
  private static final int ANSWER = Fragments.PACKET;

  private final Context context;
  private final DatagramChannel channel;
  private final FragmentTable fragments;
  private final List<Thread> threads = new ArrayList<>();

  private UdpServer(Context context, DatagramChannel channel) {
    this.context = context;
    this.channel = channel;
    fragments = new FragmentTable(context.clock());
  }

  static UdpServer bind(Context context, String host, int port, int receivers) throws IOException {
    var channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
    channel.bind(new InetSocketAddress(host, port));
    var server = new UdpServer(context, channel);
    for (var i = 0; i < receivers; i++) {
      server.threads.add(Thread.ofPlatform().name("udp-" + i).start(server::receive));
    }
    return server;
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  private void receive() {
    var in = ByteBuffer.allocateDirect(64 * 1024);
    var out = ByteBuffer.allocateDirect(ANSWER);
    while (channel.isOpen()) {
      try {
        var from = channel.receive(in.clear());
        if (from != null) {
          packet(in.flip(), out.clear(), from);
        }
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException _) {
        // An earlier answer found nobody (ICMP); the next request is another's.
        context.traffic().dropped.increment();
      } catch (RuntimeException e) {
        // A mistake of ours costs one packet, not the service.
        LOG.log(System.Logger.Level.ERROR, "UDP", e);
      }
    }
  }

  private void packet(ByteBuffer in, ByteBuffer out, SocketAddress from) throws IOException {
    var length = in.remaining();
    var caller = new Caller(Channel.UDP, Sources.of(from));
    context.traffic().request(Channel.UDP, 1);
    if (length < Envelope.SIZE) {
      context.node().counting().malformed(caller);
      return;
    }
    var now = context.clock().millis();
    if (!context.rate().allows(caller.source(), now)) {
      context.traffic().rateExceeded.increment();
      context.node().counting().refused(caller);
      send(Refusals.of(bytes(in), Result.RATE_EXCEEDED), from);
      return;
    }
    if (!QuickAnswers.plain(in, 0, length)) {
      later(bytes(in), caller, from);
    } else if (context.quick().answer(in, 0, out, caller, now) >= 0) {
      channel.send(out.flip(), from);
    } else {
      send(context.quick().resolve(in, 0, caller), from);
    }
  }

  private void later(byte[] packet, Caller caller, SocketAddress from) throws IOException {
    try {
      var whole = fragments.add(packet, from);
      if (whole == null) {
        return;
      }
      var taken =
          context
              .work()
              .offer(() ->
                  context
                      .envoy()
                      .answer(whole.envelope(), whole.rest(), caller, bytes -> reply(bytes, from)));
      if (!taken) {
        send(Refusals.of(packet, Result.BUSY), from);
      }
    } catch (Malformed _) {
      context.node().counting().malformed(caller);
      send(Refusals.of(packet, Result.PROTOCOL_ERROR), from);
    }
  }

  private void reply(byte[] message, SocketAddress to) {
    try {
      send(message, to);
    } catch (IOException _) {
      context.traffic().dropped.increment(); // as if the network had lost it
    }
  }

  private void send(byte[] message, SocketAddress to) throws IOException {
    for (var packet : Fragments.cut(message)) {
      channel.send(ByteBuffer.wrap(packet), to);
    }
  }

  private static byte[] bytes(ByteBuffer in) {
    var bytes = new byte[in.remaining()];
    in.get(0, bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    for (var thread : threads) {
      try {
        thread.join(1000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
