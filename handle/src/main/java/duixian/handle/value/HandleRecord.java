package duixian.handle.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The values of one identifier as the store keeps them, in the order of their indexes.
///
/// The stored form is compact (a URL of 40 characters takes 45 bytes), because a node holds 10⁸ of
/// them: usual types are one byte, the usual time to live none. A value with timestamp 0 was
/// written together with the record and gets its time from the store, so that a create repeated
/// with the same idempotency key has the same bytes.
public record HandleRecord(List<HandleValue> values) {
  /// A stored value is at most so many times longer on the wire.
  public static final int GROWTH = 10;

  private static final int FORMAT = 1;

  /// The usual types are one byte in the store; a place in this list is for ever.
  private static final List<String> KNOWN =
      List.of(
          "",
          "URL",
          "HS_ADMIN",
          "HS_PUBKEY",
          "HS_SECKEY",
          "HS_SITE",
          "HS_SERV",
          "HS_VLIST",
          "EMAIL",
          "DESC");

  private static final Comparator<HandleValue> ORDER =
      Comparator.comparingLong(value -> Integer.toUnsignedLong(value.index()));

  private static final List<byte[]> TYPES =
      KNOWN.stream().map(type -> type.getBytes(StandardCharsets.UTF_8)).toList();

  private static final int USUAL_TTL = 1 << 4;
  private static final int HAS_REFERENCES = 1 << 5;
  private static final int TIME_OF_RECORD = 1 << 6;

  public HandleRecord {
    values = inOrder(values) ? List.copyOf(values) : values.stream().sorted(ORDER).toList();
  }

  /// Whether there are values and all of them are for everybody.
  public boolean isOpen() {
    return !values.isEmpty()
        && values.stream().allMatch(value -> value.allows(HandleValue.PUBLIC_READ));
  }

  private static boolean inOrder(List<HandleValue> values) {
    for (int i = 1; i < values.size(); i++) {
      if (ORDER.compare(values.get(i - 1), values.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads what the store gave; `modified` is its time of the last change in seconds since 1970.
  public static HandleRecord read(byte[] stored, long modified) {
    var in = new Input(stored);
    var format = in.int1();
    if (format != FORMAT) {
      throw new Malformed("record format must be 1, was " + format);
    }
    var values = new ArrayList<HandleValue>();
    while (in.remaining() > 0) {
      values.add(value(in, (int) modified));
    }
    return new HandleRecord(values);
  }

  public byte[] toBytes() {
    var out = new Output(128).int1(FORMAT);
    for (var value : values) {
      write(value, out);
    }
    return out.toBytes();
  }

  private static void write(HandleValue value, Output out) {
    var usual = value.ttlType() == HandleValue.RELATIVE && value.ttl() == HandleValue.DAY;
    var shape =
        (value.permissions() & 0xf)
            | (usual ? USUAL_TTL : 0)
            | (value.references().isEmpty() ? 0 : HAS_REFERENCES)
            | (value.timestamp() == 0 ? TIME_OF_RECORD : 0);
    out.int1(shape).varint(Integer.toUnsignedLong(value.index()));
    var known = KNOWN.indexOf(value.type());
    out.varint(Math.max(known, 0));
    if (known < 1) {
      var type = value.type().getBytes(StandardCharsets.UTF_8);
      out.varint(type.length).raw(type);
    }
    if (value.timestamp() != 0) {
      out.int4(value.timestamp());
    }
    if (!usual) {
      out.int1(value.ttlType()).int4(value.ttl());
    }
    out.varint(value.data().length).raw(value.data());
    if (!value.references().isEmpty()) {
      out.list(value.references(), Reference::write);
    }
  }

  /// Writes the stored values as they stand on the wire, as a list, without an object for each;
  /// false when one of them is not for everybody or refers to others, or `out` has no room: what
  /// was written is then of no use.
  public static boolean copyOpen(
      byte[] stored, int from, int length, long modified, ByteBuffer out) {
    var in = new Input(stored, from, length);
    if (out.remaining() < Integer.BYTES || in.int1() != FORMAT) {
      return false;
    }
    var start = out.position();
    out.putInt(0);
    var count = 0;
    for (; in.remaining() > 0; count++) {
      if (!copyOpen(in, modified, out)) {
        return false;
      }
    }
    out.putInt(start, count);
    return count > 0;
  }

  private static boolean copyOpen(Input in, long modified, ByteBuffer out) {
    var shape = in.int1();
    if ((shape & (HandleValue.PUBLIC_READ | HAS_REFERENCES)) != HandleValue.PUBLIC_READ
        || out.remaining() < HandleValue.SMALLEST) {
      return false;
    }
    out.putInt((int) in.varint());
    var known = (int) in.varint();
    var type = known > 0 ? TYPES.get(known) : in.raw((int) in.varint());
    out.putInt((shape & TIME_OF_RECORD) != 0 ? (int) modified : in.int4());
    var usual = (shape & USUAL_TTL) != 0;
    out.put(usual ? HandleValue.RELATIVE : in.int1());
    out.putInt(usual ? HandleValue.DAY : in.int4());
    var length = (int) in.varint();
    if (out.remaining() < 1 + 3 * Integer.BYTES + type.length + (long) length) {
      return false;
    }
    out.put((byte) (shape & 0xf)).putInt(type.length).put(type).putInt(length);
    in.take(length, out);
    out.putInt(0);
    return true;
  }

  private static HandleValue value(Input in, int recordTime) {
    var shape = in.int1();
    var index = (int) in.varint();
    var known = (int) in.varint();
    if (known < 0 || known >= KNOWN.size()) {
      throw new Malformed("no known type " + known);
    }
    var type = known > 0 ? KNOWN.get(known) : typeName(in);
    var timestamp = (shape & TIME_OF_RECORD) != 0 ? recordTime : in.int4();
    var usual = (shape & USUAL_TTL) != 0;
    var ttlType = usual ? HandleValue.RELATIVE : in.int1();
    var ttl = usual ? HandleValue.DAY : in.int4();
    var data = in.raw((int) in.varint());
    var references =
        (shape & HAS_REFERENCES) != 0 ? in.list(8, Reference::read) : List.<Reference>of();
    return new HandleValue(index, timestamp, ttlType, ttl, shape & 0xf, type, data, references);
  }

  private static String typeName(Input in) {
    return new String(in.raw((int) in.varint()), StandardCharsets.UTF_8);
  }
}
