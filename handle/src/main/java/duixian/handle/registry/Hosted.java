package duixian.handle.registry;

import duixian.handle.cache.AnswerCache;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Numbers of prefixes whose identifiers stand in our store, found by the bytes of a request. A
/// prefix that is hosted once stays so, hence nothing is ever forgotten but for want of room.
public final class Hosted {
  private static final int PLACES = 1 << 12;
  private static final int LONGEST = 256;

  @SuppressWarnings("ArrayRecordComponent")
  private record Known(byte[] prefix, int number) {}

  private final AtomicReferenceArray<Known> places = new AtomicReferenceArray<>(PLACES);

  public void add(byte[] prefix, int number) {
    places.set(place(ByteBuffer.wrap(prefix), 0, prefix.length), new Known(prefix, number));
  }

  /// The number of the prefix of the identifier that stands there, or -1 when it is not known.
  public int number(ByteBuffer in, int from, int idLength) {
    int length = 0;
    for (int most = Math.min(idLength, LONGEST); in.get(from + length) != '/'; ) {
      length++;
      if (length == most) {
        return -1;
      }
    }
    var known = places.get(place(in, from, length));
    if (known == null || known.prefix.length != length) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      if (known.prefix[i] != in.get(from + i)) {
        return -1;
      }
    }
    return known.number;
  }

  private static int place(ByteBuffer in, int from, int length) {
    return (int) AnswerCache.hash(in, from, length) & PLACES - 1;
  }
}
