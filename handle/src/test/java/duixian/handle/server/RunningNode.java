package duixian.handle.server;

import duixian.handle.evidence.Ledger;
import duixian.handle.key.SigningKey;
import duixian.handle.node.Node;
import duixian.handle.rocks.Settings;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Streams;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Reference;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.List;
import net.handle.hdllib.ClientSessionTracker;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.Interface;
import net.handle.hdllib.PublicKeyAuthenticationInfo;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;

/// A whole node on loopback with a prefix in use, and CNRI's client pointed at it.
final class RunningNode implements AutoCloseable {
  static final String PREFIX = "88.118.8";
  static final String OWNER = "0.NA/" + PREFIX;
  static final byte[] SECRET =
      "a-secret-for-tests".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  final SigningKey.Rsa adminKey = SigningKey.Rsa.generate(2048);
  final SigningKey.Rsa nodeKey = SigningKey.Rsa.generate(2048);
  final Ledger ledger;
  final Node node;
  final NodeServer server;

  RunningNode(Path directory) throws IOException, InterruptedException {
    this(directory, Limits.usual(), false);
  }

  RunningNode(Path directory, Limits limits, boolean national)
      throws IOException, InterruptedException {
    this(directory, limits, national, Streams.best());
  }

  RunningNode(Path directory, Limits limits, boolean national, Streams streams)
      throws IOException, InterruptedException {
    ledger = Ledger.open(directory, Settings.small(), 0, InstantSource.system());
    var options = new Node.Options(nodeKey, national);
    node = new Node(ledger.store(), ledger.journal(), ledger.clock(), options);
    allot(PREFIX, 1_000_000, false, List.of());
    server = NodeServer.start(node, Ports.free(streams), limits, ledger.clock());
  }

  void allot(String prefix, long quota, boolean selfHosted, List<HandleValue> more) {
    if (node.prefixes().get(prefix) != null) {
      return;
    }
    var owner = "0.NA/" + prefix;
    var values =
        new java.util.ArrayList<>(
            List.of(
                admin(100, new Reference(owner, 300)),
                admin(101, new Reference(owner, 301)),
                admin(102, new Reference(OWNER, 300)),
                HandleValue.of(300, "HS_PUBKEY", adminKey.verifying().toBytes()),
                HandleValue.of(301, "HS_SECKEY", SECRET).withPermissions(HandleValue.ADMIN_READ)));
    values.addAll(more);
    node.prefixes().apply(prefix, "齿轮厂", selfHosted);
    node.prefixes().approve(prefix, quota);
    node.prefixes().allot(prefix, "", values);
  }

  private static HandleValue admin(int index, Reference who) {
    return HandleValue.of(index, AdminRecord.TYPE, new AdminRecord(AdminRecord.ALL, who).toBytes());
  }

  SiteInfo site(byte protocol) throws IOException {
    var port =
        switch (protocol) {
          case Interface.SP_HDL_TCP -> server.tcp().getPort();
          case Interface.SP_HDL_UDP -> server.udp().getPort();
          default -> server.http().getPort();
        };
    var info = new ServerInfo();
    info.serverId = 1;
    info.ipAddress = new byte[16];
    System.arraycopy(InetAddress.getLoopbackAddress().getAddress(), 0, info.ipAddress, 12, 4);
    info.publicKey = nodeKey.verifying().toBytes();
    info.interfaces = new Interface[] {new Interface((byte) 3, protocol, port)};
    var site = new SiteInfo();
    site.majorProtocolVersion = 2;
    site.minorProtocolVersion = 11;
    site.isPrimary = true;
    site.serialNumber = 1;
    site.servers = new ServerInfo[] {info};
    return site;
  }

  static HandleResolver resolver(boolean sessions) {
    var resolver = new HandleResolver();
    resolver.setSessionTracker(sessions ? resolver.getSessionTracker() : noSessions());
    resolver.setTcpTimeout(5000);
    return resolver;
  }

  @SuppressWarnings("NullAway") // null is how their client is told to open no sessions
  private static ClientSessionTracker noSessions() {
    return null;
  }

  PublicKeyAuthenticationInfo byPublicKey() {
    return new PublicKeyAuthenticationInfo(Util.encodeString(OWNER), 300, key());
  }

  private PrivateKey key() {
    return adminKey.key();
  }

  static SecretKeyAuthenticationInfo bySecretKey() {
    return new SecretKeyAuthenticationInfo(Util.encodeString(OWNER), 301, SECRET);
  }

  @Override
  public void close() {
    server.close();
    ledger.close();
  }
}
