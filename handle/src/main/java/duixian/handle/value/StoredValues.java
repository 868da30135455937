package duixian.handle.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Walks over the values of a stored record, of which [HandleRecord] tells, without an object for
/// each: after every [#next] the others tell of one value.
public final class StoredValues {
  static final int FORMAT = 1;

  /// The usual types are one byte in the store; a place in this list is for ever.
  static final List<String> KNOWN =
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

  private static final byte[][] TYPES =
      KNOWN.stream().map(type -> type.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  static final int PERMISSIONS = 0xf;
  static final int USUAL_TTL = 1 << 4;
  static final int HAS_REFERENCES = 1 << 5;
  static final int TIME_OF_RECORD = 1 << 6;

  private final byte[] bytes;
  private final Input in;
  private final int recordTime;
  private int shape;
  private int index;
  private int known;
  private byte[] type = TYPES[0];
  private int timestamp;
  private byte ttlType;
  private int ttl;
  private int data;
  private int length;
  private List<Reference> references = List.of();

  /// `modified` is the time of the record's last change in seconds since 1970.
  public StoredValues(byte[] stored, int from, int end, long modified) {
    bytes = stored;
    in = new Input(stored, from, end - from);
    recordTime = (int) modified;
    var format = in.int1();
    if (format != FORMAT) {
      throw new Malformed("record format must be 1, was " + format);
    }
  }

  /// Goes on to the next value; false when there is none.
  public boolean next() {
    if (in.remaining() == 0) {
      return false;
    }
    shape = in.int1();
    index = (int) in.varint();
    known = (int) in.varint();
    if (known < 0 || known >= TYPES.length) {
      throw new Malformed("no known type " + known);
    }
    type = known > 0 ? TYPES[known] : in.raw((int) in.varint());
    timestamp = (shape & TIME_OF_RECORD) != 0 ? recordTime : in.int4();
    var usual = (shape & USUAL_TTL) != 0;
    ttlType = usual ? HandleValue.RELATIVE : in.int1();
    ttl = usual ? HandleValue.DAY : in.int4();
    length = (int) in.varint();
    data = in.position();
    in.skip(length);
    references = (shape & HAS_REFERENCES) != 0 ? in.list(8, Reference::read) : List.of();
    return true;
  }

  /// Whether it is for everybody.
  public boolean isOpen() {
    return (shape & HandleValue.PUBLIC_READ) != 0;
  }

  public long index() {
    return Integer.toUnsignedLong(index);
  }

  public byte[] type() {
    return type;
  }

  public int timestamp() {
    return timestamp;
  }

  public int ttl() {
    return ttl;
  }

  public int permissions() {
    return shape & PERMISSIONS;
  }

  /// The stored bytes; the data of the value begin at [#data].
  public byte[] bytes() {
    return bytes;
  }

  public int data() {
    return data;
  }

  public int dataLength() {
    return length;
  }

  HandleValue value() {
    var name = known > 0 ? KNOWN.get(known) : new String(type, StandardCharsets.UTF_8);
    var copy = new byte[length];
    System.arraycopy(bytes, data, copy, 0, length);
    return new HandleValue(index, timestamp, ttlType, ttl, permissions(), name, copy, references);
  }

  /// Writes it as it stands on the wire; false when it refers to others or there is no room.
  boolean copy(ByteBuffer out) {
    if (!references.isEmpty()
        || out.remaining() < HandleValue.SMALLEST + type.length + (long) length) {
      return false;
    }
    out.putInt(index).putInt(timestamp).put(ttlType).putInt(ttl).put((byte) permissions());
    out.putInt(type.length).put(type).putInt(length).put(bytes, data, length).putInt(0);
    return true;
  }
}
