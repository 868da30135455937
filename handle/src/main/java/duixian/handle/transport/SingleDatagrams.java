package duixian.handle.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/// The JDK's socket, whose batches are of one packet.
final class SingleDatagrams implements Datagrams {
  private static final int BUFFER = 4 << 20;
  private static final int WAIT_MILLIS = 100;

  private final DatagramSocket socket;

  private SingleDatagrams(DatagramSocket socket) {
    this.socket = socket;
  }

  static Datagrams bind(InetSocketAddress address) throws IOException {
    var socket = new DatagramSocket(address);
    socket.setReceiveBufferSize(BUFFER);
    socket.setSendBufferSize(BUFFER);
    socket.setSoTimeout(WAIT_MILLIS);
    return new SingleDatagrams(socket);
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public Datagrams.Batch batch(int longestAnswer) {
    return new Batch(longestAnswer);
  }

  @Override
  public void send(byte[] packet, InetSocketAddress to) throws IOException {
    socket.send(new DatagramPacket(packet, packet.length, to));
  }

  @Override
  public void close() {
    socket.close();
  }

  private final class Batch implements Datagrams.Batch {
    private final DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    private final ByteBuffer packets = ByteBuffer.wrap(packet.getData());
    private final ByteBuffer answer;
    private boolean ready;

    Batch(int longestAnswer) {
      answer = ByteBuffer.allocate(longestAnswer);
    }

    @Override
    public int receive() throws IOException {
      ready = false;
      packet.setLength(LONGEST);
      try {
        socket.receive(packet);
        return 1;
      } catch (SocketTimeoutException _) {
        return 0;
      }
    }

    @Override
    public ByteBuffer packets() {
      return packets;
    }

    @Override
    public int at(int number) {
      return 0;
    }

    @Override
    public int length(int number) {
      return packet.getLength();
    }

    @Override
    public InetSocketAddress from(int number) {
      return (InetSocketAddress) packet.getSocketAddress();
    }

    @Override
    public int source(int number) {
      return Sources.of(packet.getSocketAddress());
    }

    @Override
    public ByteBuffer answer(int number) {
      return answer.clear();
    }

    @Override
    public void answered(int number) {
      ready = true;
    }

    @Override
    public void flush() throws IOException {
      if (ready) {
        ready = false;
        var to = packet.getSocketAddress();
        socket.send(new DatagramPacket(answer.array(), answer.position(), to));
      }
    }
  }
}
