package duixian.handle.transport;

import duixian.handle.linux.Calls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/// A UDP socket whose packets are taken and answered by the batch: on Linux two system calls for up
/// to 64 of them, elsewhere two for each.
public interface Datagrams extends AutoCloseable {
  /// The longest packet there is.
  int LONGEST = 65_535;

  /// Binds; port 0 takes a free one.
  static Datagrams bind(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    return Calls.areKnown() ? LinuxDatagrams.bind(address) : SingleDatagrams.bind(address);
  }

  InetSocketAddress address() throws IOException;

  /// Room for packets and for answers of at most so many bytes; one for each thread that receives.
  Batch batch(int longestAnswer);

  /// Sends one packet; from any thread.
  void send(byte[] packet, InetSocketAddress to) throws IOException;

  /// Whoever receives must have ended before; [Batch#receive] lets it look every 0.1 s.
  @Override
  void close() throws IOException;

  /// What came at once. Packets are numbered from 0, until the next [#receive].
  interface Batch {

    /// Waits for a packet and takes what else is there; answers how many, 0 when none came for a
    /// while.
    int receive() throws IOException;

    /// The bytes of all packets; those of one start at [#at].
    ByteBuffer packets();

    int at(int packet);

    int length(int packet);

    InetSocketAddress from(int packet);

    /// The number by which the sender is counted and limited, see [Sources].
    int source(int packet);

    /// Room for the answer to a packet, from position to limit.
    ByteBuffer answer(int packet);

    /// The answer ends at the position of its room and leaves with the next [#flush].
    void answered(int packet);

    /// Sends the answers; those that could not be sent are lost, as on the way.
    void flush() throws IOException;
  }
}
