package duixian.bench.node.load;

import duixian.bench.node.request.Identifiers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// `POST /api/handles` with so many new identifiers each.
final class BatchSpeech implements Speech {
  private final int size;
  private final String token;
  private final String start;
  private final HttpSpeech answers = new HttpSpeech(1, 0);
  private long number;

  BatchSpeech(int size, String token, int seed) {
    this.size = size;
    this.token = token;
    start = Identifiers.PREFIX + "/B" + seed + "-" + System.nanoTime() + "-";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void ask(ByteBuffer into) {
    var body = new StringBuilder("{\"handles\":[");
    for (int i = 0; i < size; i++) {
      number++;
      body.append(i == 0 ? "{\"handle\":\"" : ",{\"handle\":\"").append(start).append(number);
      body.append("\",\"values\":[{\"index\":1,\"type\":\"URL\",\"data\":\"");
      body.append(Identifiers.url(number)).append("\"}]}");
    }
    body.append("]}");
    var head =
        "POST /api/handles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(token, body.length());
    into.put((head + body).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int hear(ByteBuffer from) {
    var heard = answers.hear(from);
    return heard == INCOMPLETE ? INCOMPLETE : heard * size;
  }
}
