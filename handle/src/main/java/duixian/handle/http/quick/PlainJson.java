package duixian.handle.http.quick;

import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.StoredValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/// The JSON of a resolve, the same bytes as [duixian.handle.http.json.ValueJson#resolved] gives,
/// written without a generator as long as nothing has to be escaped or spelled out.
final class PlainJson {
  private static final byte[] HANDLE = bytes("{\"responseCode\":1,\"handle\":\"");
  private static final byte[] VALUES = bytes("\",\"values\":[");
  private static final byte[] INDEX = bytes("{\"index\":");
  private static final byte[] TYPE = bytes(",\"type\":\"");
  private static final byte[] DATA = bytes("\",\"data\":{\"format\":\"string\",\"value\":\"");
  private static final byte[] TTL = bytes("\"},\"ttl\":");
  private static final byte[] TIME = bytes(",\"timestamp\":\"");
  private static final byte[] NEXT = bytes("Z\"},");
  private static final byte[] END = bytes("]}");
  private static final byte[] ADMIN = bytes(AdminRecord.TYPE);

  /// More than what stands around type and data of a value.
  private static final int AROUND = 160;

  private static final int SECONDS = 86_400;

  private PlainJson() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// False when it takes more than this, or there is no room; then what was written is of no use.
  /// The bytes of the identifier stand in `in`.
  static boolean write(ByteBuffer in, int from, int length, StoredValues values, ByteBuffer into) {
    if (into.remaining() < AROUND + length || !plain(in, from, length) || !values.next()) {
      return false;
    }
    into.put(HANDLE).put(into.position(), in, from, length).position(into.position() + length);
    into.put(VALUES);
    do {
      if (!write(values, into)) {
        return false;
      }
    } while (values.next());
    // The last comma gives way.
    into.position(into.position() - 1).put(END);
    return true;
  }

  private static boolean write(StoredValues value, ByteBuffer into) {
    var type = value.type();
    if (value.permissions() != HandleValue.USUAL_PERMISSIONS
        || Arrays.equals(type, ADMIN)
        || value.ttl() < 0
        || value.timestamp() < 0
        || into.remaining() < AROUND + type.length + (long) value.dataLength()
        || !plain(type, 0, type.length)
        || !plain(value.bytes(), value.data(), value.dataLength())) {
      return false;
    }
    number(into.put(INDEX), value.index());
    into.put(TYPE).put(type).put(DATA).put(value.bytes(), value.data(), value.dataLength());
    number(into.put(TTL), value.ttl());
    time(into.put(TIME), value.timestamp());
    into.put(NEXT);
    return true;
  }

  private static boolean plain(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!plain(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(ByteBuffer in, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!plain(in.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean plain(byte next) {
    return next >= ' ' && next != 0x7f && next != '"' && next != '\\';
  }

  private static void time(ByteBuffer into, int second) {
    var day = LocalDate.ofEpochDay(second / SECONDS);
    var ofDay = second % SECONDS;
    number(into, day.getYear());
    two(into.put((byte) '-'), day.getMonthValue());
    two(into.put((byte) '-'), day.getDayOfMonth());
    two(into.put((byte) 'T'), ofDay / 3600);
    two(into.put((byte) ':'), ofDay / 60 % 60);
    two(into.put((byte) ':'), ofDay % 60);
  }

  private static void two(ByteBuffer into, int number) {
    into.put((byte) ('0' + number / 10)).put((byte) ('0' + number % 10));
  }

  static void number(ByteBuffer into, long number) {
    int digits = 1;
    for (var rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    var end = into.position() + digits;
    var rest = number;
    for (int at = end - 1; at >= into.position(); at--) {
      into.put(at, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    into.position(end);
  }
}
