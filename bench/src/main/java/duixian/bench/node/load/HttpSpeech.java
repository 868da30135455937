package duixian.bench.node.load;

import duixian.bench.node.request.Identifiers;
import duixian.bench.node.request.Resolves;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// `GET /api/handles/{id}`.
final class HttpSpeech implements Speech {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OK = "200".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;
  private static final int LOWER_CASE = 32;
  private final long identifiers;
  private final RandomGenerator random;
  private final byte[] request;
  private final int serialEnd;

  HttpSpeech(long identifiers, int seed) {
    this.identifiers = identifiers;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var id = Identifiers.id(0);
    var text = "GET /api/handles/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    request = text.getBytes(StandardCharsets.US_ASCII);
    serialEnd = text.indexOf(id) + id.length();
  }

  @Override
  public void ask(ByteBuffer into) {
    Resolves.digits(request, serialEnd, random.nextLong(identifiers));
    into.put(request);
  }

  @Override
  public int hear(ByteBuffer from) {
    int length = 0;
    for (int at = from.position(); at + 2 < from.limit(); at++) {
      if (from.get(at) != '\n') {
        continue;
      }
      if (from.get(at + 1) == '\r') {
        if (from.limit() < at + 3 + length) {
          return INCOMPLETE;
        }
        var fine = begins(from, from.position() + STATUS_AT, OK);
        from.position(at + 3 + length);
        return fine ? 1 : 0;
      }
      if (begins(from, at + 1, LENGTH)) {
        length = number(from, at + 1 + LENGTH.length);
      }
    }
    return INCOMPLETE;
  }

  private static boolean begins(ByteBuffer from, int at, byte[] word) {
    if (from.limit() - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if ((from.get(at + i) | LOWER_CASE) != (word[i] | LOWER_CASE)) {
        return false;
      }
    }
    return true;
  }

  private static int number(ByteBuffer from, int start) {
    int number = 0;
    for (int at = start; at < from.limit() && from.get(at) != '\r'; at++) {
      if (from.get(at) != ' ') {
        number = number * 10 + from.get(at) - '0';
      }
    }
    return number;
  }
}
