package duixian.handle.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// A growing buffer of bytes to send or to store.
public final class Output {
  private byte[] bytes;
  private int length;

  public Output() {
    this(256);
  }

  public Output(int expected) {
    bytes = new byte[expected];
  }

  public int length() {
    return length;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  public Output int1(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public Output int2(int value) {
    return int1(value >>> 8).int1(value);
  }

  public Output int4(int value) {
    room(4);
    bytes[length] = (byte) (value >>> 24);
    bytes[length + 1] = (byte) (value >>> 16);
    bytes[length + 2] = (byte) (value >>> 8);
    bytes[length + 3] = (byte) value;
    length += 4;
    return this;
  }

  public Output raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  public Output block(byte[] value) {
    return int4(value.length).raw(value);
  }

  public Output text(String value) {
    return block(value.getBytes(StandardCharsets.UTF_8));
  }

  public <T> Output list(List<T> items, BiConsumer<T, Output> item) {
    int4(items.size());
    for (var each : items) {
      item.accept(each, this);
    }
    return this;
  }

  public Output varint(long value) {
    var rest = value;
    while ((rest & ~0x7fL) != 0) {
      int1((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    return int1((int) rest);
  }

  /// Writes a number over one written before, for a length known only afterwards.
  public void patch4(int position, int value) {
    bytes[position] = (byte) (value >>> 24);
    bytes[position + 1] = (byte) (value >>> 16);
    bytes[position + 2] = (byte) (value >>> 8);
    bytes[position + 3] = (byte) value;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
