package duixian.handle.server;

import duixian.handle.transport.Streams;

/// Where the node listens: a host name or address and three ports, of which 0 takes a free one; and
/// how it reads and writes the connections that come.
///
/// 2641 is the port of the protocol for UDP and TCP.
public record Ports(String host, int udp, int tcp, int http, Streams streams) {
  public static Ports usual() {
    return new Ports("127.0.0.1", 2641, 2641, 8000, Streams.best());
  }

  /// Free ports on loopback, for tests.
  public static Ports free() {
    return free(Streams.best());
  }

  public static Ports free(Streams streams) {
    return new Ports("127.0.0.1", 0, 0, 0, streams);
  }
}
