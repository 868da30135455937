package duixian.bench.node;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// `GET /api/handles/{id}` on a connection that stays open, `depth` at once.
final class HttpLoadClient implements Load.Client {
  private final Socket socket;
  private final InputStream in;
  private final int depth;
  private final long identifiers;
  private final RandomGenerator random;

  HttpLoadClient(int port, int depth, long identifiers, int seed) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.depth = depth;
    this.identifiers = identifiers;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Override
  public int round() throws IOException {
    var all = new ByteArrayOutputStream(depth * 96);
    for (int i = 0; i < depth; i++) {
      var id = Identifiers.id(random.nextLong(identifiers));
      all.writeBytes(
          ("GET /api/handles/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
    }
    socket.getOutputStream().write(all.toByteArray());
    int succeeded = 0;
    for (int i = 0; i < depth; i++) {
      succeeded += answer() ? 1 : 0;
    }
    return succeeded;
  }

  private boolean answer() throws IOException {
    var status = line();
    int length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return status.contains(" 200 ");
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
