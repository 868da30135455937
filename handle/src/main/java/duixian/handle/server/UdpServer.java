package duixian.handle.server;

import duixian.handle.message.Envelope;
import duixian.handle.message.Fragments;
import duixian.handle.message.Result;
import duixian.handle.node.Caller;
import duixian.handle.node.QuickAnswers;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Datagrams;
import duixian.handle.value.Malformed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// The protocol over UDP: one packet in, one packet out on the receiving thread; longer messages
/// are put together and answered in several packets.
final class UdpServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UdpServer.class.getName());

  private final Context context;
  private final Datagrams datagrams;
  private final FragmentTable fragments;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  private UdpServer(Context context, Datagrams datagrams) {
    this.context = context;
    this.datagrams = datagrams;
    fragments = new FragmentTable(context.clock());
  }

  static UdpServer bind(Context context, String host, int port, int receivers) throws IOException {
    var server = new UdpServer(context, Datagrams.bind(new InetSocketAddress(host, port)));
    for (var i = 0; i < receivers; i++) {
      server.threads.add(Thread.ofPlatform().name("udp-" + i).start(server::receive));
    }
    return server;
  }

  InetSocketAddress address() throws IOException {
    return datagrams.address();
  }

  private void receive() {
    // An answer that fits is one packet; others are cut by Fragments.
    var batch = datagrams.batch(Fragments.PACKET);
    var asked = context.quick().batch();
    while (!closed) {
      try {
        receive(batch, asked, batch.receive());
        batch.flush();
      } catch (IOException _) {
        // An earlier answer found nobody (ICMP); the next request is another's.
        context.traffic().dropped.increment();
      }
    }
  }

  private void receive(Datagrams.Batch batch, QuickAnswers.Batch asked, int count) {
    var now = context.clock().millis();
    asked.clear();
    for (int i = 0; i < count; i++) {
      asked.add(batch.packets(), batch.at(i), batch.length(i));
    }
    asked.bring();
    for (int i = 0; i < count; i++) {
      packet(batch, asked, i, now);
    }
  }

  private void packet(Datagrams.Batch batch, QuickAnswers.Batch asked, int packet, long now) {
    try {
      answer(batch, asked, packet, now);
    } catch (IOException _) {
      context.traffic().dropped.increment();
    } catch (RuntimeException e) {
      // A mistake of ours costs one packet, not the service.
      LOG.log(System.Logger.Level.ERROR, "UDP", e);
    }
  }

  private void answer(Datagrams.Batch batch, QuickAnswers.Batch asked, int packet, long now)
      throws IOException {
    var caller = new Caller(Channel.UDP, batch.source(packet));
    context.traffic().request(Channel.UDP, 1);
    if (batch.length(packet) < Envelope.SIZE) {
      context.node().counting().malformed(caller);
    } else if (!context.rate().allows(caller.source(), now)) {
      context.traffic().rateExceeded.increment();
      context.node().counting().refused(caller);
      send(Refusals.of(bytes(batch, packet), Result.RATE_EXCEEDED), batch.from(packet));
    } else if (asked.plain(packet)) {
      plain(batch, asked, packet, caller, now);
    } else {
      later(bytes(batch, packet), caller, batch.from(packet));
    }
  }

  private void plain(
      Datagrams.Batch batch, QuickAnswers.Batch asked, int packet, Caller caller, long now)
      throws IOException {
    var in = batch.packets();
    var out = batch.answer(packet);
    if (asked.answer(packet, in, out, caller, now) >= 0) {
      batch.answered(packet);
      return;
    }
    var answer = context.quick().resolve(in, batch.at(packet), caller);
    if (answer.length <= out.remaining()) {
      out.put(answer);
      batch.answered(packet);
    } else {
      send(answer, batch.from(packet));
    }
  }

  private void later(byte[] packet, Caller caller, InetSocketAddress from) throws IOException {
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

  private void reply(byte[] message, InetSocketAddress to) {
    try {
      send(message, to);
    } catch (IOException _) {
      context.traffic().dropped.increment(); // as if the network had lost it
    }
  }

  private void send(byte[] message, InetSocketAddress to) throws IOException {
    for (var packet : Fragments.cut(message)) {
      datagrams.send(packet, to);
    }
  }

  private static byte[] bytes(Datagrams.Batch batch, int packet) {
    var bytes = new byte[batch.length(packet)];
    batch.packets().get(batch.at(packet), bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (var thread : threads) {
      try {
        thread.join(1000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    datagrams.close();
  }
}
