package duixian.bench.node.request;

import duixian.handle.message.Encoder;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Resolves of identifiers drawn at random. The bytes are encoded once, only the request id and the
/// serial number are written anew, so that the load costs less than what it measures.
public final class Resolves implements Requests {
  private static final int REQUEST_AT = 8;
  private static final int DIGITS = 12;
  private final long identifiers;
  private final RandomGenerator random;
  private final byte[] template;
  private final int serialAt;

  public Resolves(long identifiers, int seed) {
    this.identifiers = identifiers;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var id = Identifiers.id(0);
    var ask = new Request.Resolve(id, List.of(), List.of());
    template = Encoder.encode(Message.request(0, Header.KEEP_ALIVE, Operation.RESOLVE, ask));
    serialAt = new String(template, StandardCharsets.ISO_8859_1).indexOf(id) + id.length() - DIGITS;
  }

  @Override
  public void next(int request, ByteBuffer into) {
    digits(template, serialAt + DIGITS, random.nextLong(identifiers));
    into.put(template).putInt(into.position() - template.length + REQUEST_AT, request);
  }

  /// Writes the digits of a serial number that ends before `end`.
  public static void digits(byte[] bytes, int end, long number) {
    var rest = number;
    for (int i = end - 1; i >= end - DIGITS; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
