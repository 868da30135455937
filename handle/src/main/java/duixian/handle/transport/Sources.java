package duixian.handle.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/// The number by which a source is counted and limited.
public final class Sources {
  private Sources() {}

  /// An IPv4 address as it is; the words of an IPv6 address xored; 0 for anything else.
  public static int of(SocketAddress address) {
    return address instanceof InetSocketAddress inet ? of(inet.getAddress()) : 0;
  }

  private static int of(InetAddress address) {
    var words = ByteBuffer.wrap(address.getAddress());
    var source = 0;
    while (words.remaining() >= 4) {
      source ^= words.getInt();
    }
    return source;
  }
}
