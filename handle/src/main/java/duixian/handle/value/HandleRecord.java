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

  private static final Comparator<HandleValue> ORDER =
      Comparator.comparingLong(value -> Integer.toUnsignedLong(value.index()));

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
    var stands = new StoredValues(stored, 0, stored.length, modified);
    var values = new ArrayList<HandleValue>();
    while (stands.next()) {
      values.add(stands.value());
    }
    return new HandleRecord(values);
  }

  public byte[] toBytes() {
    var out = new Output(128).int1(StoredValues.FORMAT);
    for (var value : values) {
      write(value, out);
    }
    return out.toBytes();
  }

  private static void write(HandleValue value, Output out) {
    var usual = value.ttlType() == HandleValue.RELATIVE && value.ttl() == HandleValue.DAY;
    var shape =
        (value.permissions() & StoredValues.PERMISSIONS)
            | (usual ? StoredValues.USUAL_TTL : 0)
            | (value.references().isEmpty() ? 0 : StoredValues.HAS_REFERENCES)
            | (value.timestamp() == 0 ? StoredValues.TIME_OF_RECORD : 0);
    out.int1(shape).varint(Integer.toUnsignedLong(value.index()));
    var known = StoredValues.KNOWN.indexOf(value.type());
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
  public static boolean copyOpen(byte[] stored, int from, int end, long modified, ByteBuffer out) {
    if (out.remaining() < Integer.BYTES) {
      return false;
    }
    var values = new StoredValues(stored, from, end, modified);
    var start = out.position();
    out.putInt(0);
    var count = 0;
    for (; values.next(); count++) {
      if (!values.isOpen() || !values.copy(out)) {
        return false;
      }
    }
    out.putInt(start, count);
    return count > 0;
  }
}
