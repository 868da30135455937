package duixian.handle.server;

import duixian.handle.account.Accounts;
import duixian.handle.evidence.Ledger;
import duixian.handle.http.HttpServer;
import duixian.handle.key.KeyFile;
import duixian.handle.node.Node;
import duixian.handle.transport.Context;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Loops;
import duixian.handle.transport.Streams;
import duixian.handle.transport.stream.Protocol;
import duixian.handle.transport.stream.StreamServer;
import duixian.handle.value.SiteInfo;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A running node: all its servers, started together and stopped in order.
///
/// [#close] takes no new requests, lets those begun end (ten seconds at most), and leaves store and
/// journal to their owner.
public final class NodeServer implements AutoCloseable {
  private final Context context;
  private final Loops loops;
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final UdpServer udp;
  private final StreamServer tcp;
  private final InetSocketAddress http;

  private NodeServer(Context context, Ports ports) throws IOException, InterruptedException {
    this.context = context;
    // Streams and datagrams each: the other half is for what is written.
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    loops = new Loops(ports.streams(), threads);
    udp =
        bound(
            "UDP",
            ports,
            ports.udp(),
            () -> UdpServer.bind(context, ports.host(), ports.udp(), threads));
    try {
      tcp = bound("TCP", ports, ports.tcp(), () -> tcp(ports, threads));
    } catch (IOException e) {
      udp.close();
      throw e;
    }
    try {
      http =
          bound(
              "HTTP",
              ports,
              ports.http(),
              () -> HttpServer.bind(context, ports.host(), ports.http(), loops, open));
    } catch (IOException e) {
      udp.close();
      tcp.close();
      throw e;
    }
  }

  private StreamServer tcp(Ports ports, int threads) throws IOException, InterruptedException {
    var address = new InetSocketAddress(ports.host(), ports.tcp());
    var gate = new Gate(context.limits(), context.traffic());
    Supplier<Protocol<Conversation>> protocols = () -> new Conversations(context);
    return ports.streams() == Streams.IO_URING
        ? StreamServer.bind(address, gate, protocols, threads)
        : StreamServer.bind(address, gate, protocols, loops, open);
  }

  /// Binds a port.
  private interface Binding<T> {
    T bind() throws IOException, InterruptedException;
  }

  /// What hinders it is told in one Chinese sentence.
  private <T> T bound(String what, Ports ports, int port, Binding<T> binding)
      throws IOException, InterruptedException {
    try {
      return binding.bind();
    } catch (IOException e) {
      context.work().close();
      loops.close();
      var told =
          new BindException(
              "%s 端口 %s:%d 不能监听，多半已被占用（%s）；请停掉占用它的程序，或换一个端口"
                  .formatted(what, ports.host(), port, e.getMessage()));
      told.initCause(e);
      throw told;
    }
  }

  /// Starts all servers; a port in use is an [IOException] that names it.
  public static NodeServer start(Node node, Ports ports, Limits limits, InstantSource clock)
      throws IOException, InterruptedException {
    var server = new NodeServer(Context.of(node, limits, clock), ports);
    node.site(server.site(node).toBytes());
    return server;
  }

  /// Starts a node on its data. At the first start the operator's password is written to
  /// `operator-password.txt` in the data directory, readable by its owner only.
  public static NodeServer start(Ledger ledger, Ports ports, Limits limits, boolean national)
      throws IOException, InterruptedException {
    var key = KeyFile.rsa(ledger.directory().resolve("keys"), "node");
    var node =
        new Node(ledger.store(), ledger.journal(), ledger.clock(), new Node.Options(key, national));
    var accounts = new Accounts(ledger.store().rows("account"), ledger.clock());
    var password = accounts.firstOperator();
    if (password != null) {
      var file = ledger.directory().resolve("operator-password.txt");
      KeyFile.writeSecret(file, (password + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    var server = start(node, ports, limits, ledger.clock());
    ledger.store().readAhead();
    return server;
  }

  public Node node() {
    return context.node();
  }

  public InetSocketAddress udp() throws IOException {
    return udp.address();
  }

  public InetSocketAddress tcp() {
    return tcp.address();
  }

  public InetSocketAddress http() {
    return http;
  }

  private SiteInfo site(Node node) throws IOException {
    var address = new byte[16];
    var host = tcp().getAddress().getAddress();
    System.arraycopy(host, 0, address, 16 - host.length, host.length);
    var both = SiteInfo.Interface.BOTH;
    var server =
        new SiteInfo.Server(
            1,
            address,
            node.publicKey(),
            List.of(
                new SiteInfo.Interface(both, SiteInfo.Transport.TCP, tcp().getPort()),
                new SiteInfo.Interface(both, SiteInfo.Transport.UDP, udp().getPort()),
                new SiteInfo.Interface(both, SiteInfo.Transport.HTTP, http.getPort())));
    return new SiteInfo(1, true, (byte) 2, Map.of("desc", "Duixian"), List.of(server));
  }

  @Override
  public void close() {
    try {
      context.work().close();
      // What was begun may still be waiting for its fsync; its answer goes out before we close.
      context.node().store().settle();
      udp.close();
      tcp.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      open.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
      loops.close();
    }
  }
}
