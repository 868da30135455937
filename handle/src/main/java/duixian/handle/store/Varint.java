package duixian.handle.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Whole numbers from 0 in as few bytes as they need, seven bits each, lowest first.
public final class Varint {
  private Varint() {}

  public static void write(ByteArrayOutputStream out, long number) {
    var rest = number;
    while (rest > 127) {
      out.write((int) ((rest & 127) | 128));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  public static void write(ByteBuffer out, long number) {
    var rest = number;
    while (rest > 127) {
      out.put((byte) ((rest & 127) | 128));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  public static long read(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      var next = in.get();
      number |= (long) (next & 127) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
