package duixian.handle.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/// Addresses as the system writes them: `struct sockaddr_in` and `sockaddr_in6`.
public final class SocketName {
  /// Room for either.
  public static final int SIZE = 32;

  public static final int INET = 2;
  private static final int INET6 = 10;

  private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

  private SocketName() {}

  public static int family(MemorySegment name) {
    return name.get(JAVA_SHORT, 0);
  }

  /// Answers how many bytes it takes.
  public static int write(MemorySegment name, InetSocketAddress address) {
    var bytes = address.getAddress().getAddress();
    var four = bytes.length == 4;
    name.set(JAVA_SHORT, 0, (short) (four ? INET : INET6));
    name.set(PORT, 2, (short) address.getPort());
    MemorySegment.copy(bytes, 0, name, JAVA_BYTE, four ? 4 : 8, bytes.length);
    return four ? 16 : 28;
  }

  public static InetSocketAddress read(MemorySegment name) {
    try {
      var host = InetAddress.getByAddress(host(name));
      return new InetSocketAddress(host, Short.toUnsignedInt(name.get(PORT, 2)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("address must have 4 or 16 bytes", e);
    }
  }

  private static byte[] host(MemorySegment name) {
    return name.get(JAVA_SHORT, 0) == INET
        ? name.asSlice(4, 4).toArray(JAVA_BYTE)
        : name.asSlice(8, 16).toArray(JAVA_BYTE);
  }
}
