package duixian.bench.node.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// `POST /api/handles` with `depth` new identifiers each.
final class HttpBatchClient implements Load.Client {
  private final Socket socket;
  private final HttpAnswers answers;
  private final int depth;
  private final String token;
  private final String start;
  private long number;

  HttpBatchClient(int port, int depth, String token, int seed) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    answers = new HttpAnswers(socket.getInputStream());
    this.depth = depth;
    this.token = token;
    start = Identifiers.PREFIX + "/B" + seed + "-" + System.nanoTime() + "-";
  }

  @Override
  public int round() throws IOException {
    var body = new StringBuilder("{\"handles\":[");
    for (int i = 0; i < depth; i++) {
      number++;
      body.append(i == 0 ? "{\"handle\":\"" : ",{\"handle\":\"").append(start).append(number);
      body.append("\",\"values\":[{\"index\":1,\"type\":\"URL\",\"data\":\"");
      body.append(Identifiers.url(number)).append("\"}]}");
    }
    body.append("]}");
    var head =
        "POST /api/handles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(token, body.length());
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    return answers.next() ? depth : 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
