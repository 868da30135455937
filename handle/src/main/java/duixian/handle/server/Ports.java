package duixian.handle.server;

/// Where the node listens: a host name or address and three ports; 0 takes a free one.
///
/// 2641 is the port of the protocol for UDP and TCP.
public record Ports(String host, int udp, int tcp, int http) {
  public static Ports usual() {
    return new Ports("127.0.0.1", 2641, 2641, 8000);
  }

  /// Free ports on loopback, for tests.
  public static Ports free() {
    return new Ports("127.0.0.1", 0, 0, 0);
  }
}
