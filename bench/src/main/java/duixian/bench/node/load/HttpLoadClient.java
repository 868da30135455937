package duixian.bench.node.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// `GET /api/handles/{id}` on a connection that stays open, `depth` at once.
final class HttpLoadClient implements Load.Client {
  private final Socket socket;
  private final HttpAnswers answers;
  private final int depth;
  private final long identifiers;
  private final RandomGenerator random;
  private final byte[] requests;
  private final int size;
  private final int serialAt;

  HttpLoadClient(int port, int depth, long identifiers, int seed) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    answers = new HttpAnswers(socket.getInputStream());
    this.depth = depth;
    this.identifiers = identifiers;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var id = Identifiers.id(0);
    var one = "GET /api/handles/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    size = one.length();
    serialAt = one.indexOf(id) + id.length();
    requests = one.repeat(depth).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public int round() throws IOException {
    for (int i = 0; i < depth; i++) {
      Resolves.digits(requests, i * size + serialAt, random.nextLong(identifiers));
    }
    socket.getOutputStream().write(requests);
    int succeeded = 0;
    for (int i = 0; i < depth; i++) {
      succeeded += answers.next() ? 1 : 0;
    }
    return succeeded;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
