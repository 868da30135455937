package duixian.bench.node.load;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/// Sends a window of packets and waits for their answers; what is lost for 200 ms has not
/// succeeded.
final class UdpClient implements Load.Client {
  private static final int RESULT_AT = 24;
  private final DatagramSocket socket = new DatagramSocket();
  private final InetSocketAddress server;
  private final int depth;
  private final Requests requests;
  private final DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
  private int request;

  UdpClient(int port, int depth, Requests requests) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.depth = depth;
    this.requests = requests;
    socket.setSoTimeout(200);
    socket.connect(server);
  }

  @Override
  public int round() throws IOException {
    for (int i = 0; i < depth; i++) {
      var bytes = requests.next(++request);
      socket.send(new DatagramPacket(bytes, bytes.length));
    }
    int succeeded = 0;
    try {
      for (int i = 0; i < depth; i++) {
        socket.receive(answer);
        // An echo gives the request back, whose result is 0.
        succeeded += ByteBuffer.wrap(answer.getData()).getInt(RESULT_AT) <= 1 ? 1 : 0;
      }
    } catch (SocketTimeoutException _) {
      // Lost.
    }
    return succeeded;
  }

  @Override
  public void close() {
    socket.close();
  }
}
