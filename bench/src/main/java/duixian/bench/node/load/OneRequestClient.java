package duixian.bench.node.load;

import duixian.bench.node.request.Requests;
import duixian.handle.message.Envelope;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// A connection for each request: for servers that close after the first answer.
final class OneRequestClient implements Load.Client {
  private static final int RESULT_AT = 4;
  private final int port;
  private final Requests requests;
  private final ByteBuffer out = ByteBuffer.allocate(1 << 12);
  private int request;

  OneRequestClient(int port, Requests requests) {
    this.port = port;
    this.requests = requests;
  }

  @Override
  public int operations() {
    return 1;
  }

  @Override
  public int round(Times times) throws IOException {
    var begun = System.nanoTime();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      requests.next(++request, out.clear());
      socket.getOutputStream().write(out.array(), 0, out.position());
      var in = new DataInputStream(socket.getInputStream());
      var head = new byte[Envelope.SIZE];
      in.readFully(head);
      var rest = new byte[ByteBuffer.wrap(head).getInt(Envelope.SIZE - 4)];
      in.readFully(rest);
      times.add(System.nanoTime() - begun);
      return ByteBuffer.wrap(rest).getInt(RESULT_AT) == 1 ? 1 : 0;
    }
  }

  @Override
  public void close() {}
}
