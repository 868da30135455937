package duixian.handle.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A cursor over received bytes that never reads past its end and never believes a length.
public final class Input {
  private final byte[] bytes;
  private final int end;
  private int at;

  public Input(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public Input(byte[] bytes, int from, int length) {
    if (from < 0 || length < 0 || length > bytes.length - from) {
      throw new Malformed("window " + from + "+" + length + " of " + bytes.length + " bytes");
    }
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  public int remaining() {
    return end - at;
  }

  public int position() {
    return at;
  }

  public byte int1() {
    need(1);
    return bytes[at++];
  }

  public int int2() {
    need(2);
    var value = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    at += 2;
    return value;
  }

  public int int4() {
    need(4);
    var value =
        bytes[at] << 24
            | (bytes[at + 1] & 0xff) << 16
            | (bytes[at + 2] & 0xff) << 8
            | (bytes[at + 3] & 0xff);
    at += 4;
    return value;
  }

  public byte[] raw(int length) {
    need(length);
    var copy = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }

  public void skip(int length) {
    need(length);
    at += length;
  }

  /// A length and its bytes.
  public byte[] block() {
    return raw(length());
  }

  public String text() {
    var length = length();
    try {
      var text = decode(length);
      at += length;
      return text;
    } catch (CharacterCodingException _) {
      throw new Malformed("text at byte " + at + " is not UTF-8");
    }
  }

  /// A count and that many items of at least `smallest` bytes, so that a count cannot ask for
  /// memory.
  public <T> List<T> list(int smallest, Function<Input, T> item) {
    var count = int4();
    if (count < 0 || (long) count * smallest > remaining()) {
      throw new Malformed("count " + Integer.toUnsignedString(count) + " exceeds the message");
    }
    var items = new ArrayList<T>(count);
    for (var i = 0; i < count; i++) {
      items.add(item.apply(this));
    }
    return List.copyOf(items);
  }

  /// A variable-length number as the store writes it: seven bits a byte, lowest first.
  public long varint() {
    var value = 0L;
    for (var shift = 0; shift < 64; shift += 7) {
      var next = int1();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new Malformed("number longer than 64 bits before byte " + at);
  }

  private int length() {
    var length = int4();
    if (length < 0 || length > remaining()) {
      throw new Malformed("length " + Integer.toUnsignedString(length) + " exceeds the message");
    }
    return length;
  }

  private String decode(int length) throws CharacterCodingException {
    for (var i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, at, length))
            .toString();
      }
    }
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }

  private void need(int length) {
    if (length < 0 || length > remaining()) {
      throw new Malformed("needs " + length + " bytes, has " + remaining());
    }
  }
}
