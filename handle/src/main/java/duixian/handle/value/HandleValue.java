package duixian.handle.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// One typed value under an index of an identifier (RFC 3651, section 3.1).
///
/// `timestamp` is in seconds since 1970, set by the server; `ttl` is in seconds, or a moment when
/// `ttlType` is [#ABSOLUTE]; indexes are unsigned and not 0. Two values are equal when all their
/// bytes are.
@SuppressWarnings("ArrayRecordComponent")
public record HandleValue(
    int index,
    int timestamp,
    byte ttlType,
    int ttl,
    int permissions,
    String type,
    byte[] data,
    List<Reference> references) {
  public static final byte RELATIVE = 0;
  public static final byte ABSOLUTE = 1;

  public static final int PUBLIC_WRITE = 1;
  public static final int PUBLIC_READ = 2;
  public static final int ADMIN_WRITE = 4;
  public static final int ADMIN_READ = 8;

  /// What a client gets that says nothing about permissions.
  public static final int USUAL_PERMISSIONS = ADMIN_READ | ADMIN_WRITE | PUBLIC_READ;

  public static final int DAY = 86_400;

  /// Index, timestamp, time to live, permissions, and three empty fields.
  static final int SMALLEST = 4 + 4 + 1 + 4 + 1 + 4 + 4 + 4;

  public HandleValue {
    references = List.copyOf(references);
  }

  public static HandleValue of(int index, String type, String text) {
    return of(index, type, text.getBytes(StandardCharsets.UTF_8));
  }

  public static HandleValue of(int index, String type, byte[] data) {
    return new HandleValue(index, 0, RELATIVE, DAY, USUAL_PERMISSIONS, type, data, List.of());
  }

  public boolean allows(int permission) {
    return (permissions & permission) != 0;
  }

  public HandleValue at(int seconds) {
    return new HandleValue(index, seconds, ttlType, ttl, permissions, type, data, references);
  }

  public HandleValue withIndex(int other) {
    return new HandleValue(other, timestamp, ttlType, ttl, permissions, type, data, references);
  }

  public HandleValue withPermissions(int others) {
    return new HandleValue(index, timestamp, ttlType, ttl, others, type, data, references);
  }

  public String text() {
    return new String(data, StandardCharsets.UTF_8);
  }

  /// A requested type selects itself, and with a closing dot all of its subtypes: `URL.` takes
  /// `URL.a`.
  public boolean hasType(String wanted) {
    return wanted.endsWith(".")
        ? type.regionMatches(true, 0, wanted, 0, wanted.length())
            || type.equalsIgnoreCase(wanted.substring(0, wanted.length() - 1))
        : type.equalsIgnoreCase(wanted);
  }

  public static HandleValue read(Input in) {
    return new HandleValue(
        in.int4(),
        in.int4(),
        in.int1(),
        in.int4(),
        in.int1(),
        in.text(),
        in.block(),
        in.list(8, Reference::read));
  }

  public void write(Output out) {
    out.int4(index).int4(timestamp).int1(ttlType).int4(ttl).int1(permissions);
    out.text(type).block(data).list(references, Reference::write);
  }

  public static List<HandleValue> readAll(Input in) {
    return in.list(SMALLEST, HandleValue::read);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HandleValue that
        && index == that.index
        && timestamp == that.timestamp
        && ttlType == that.ttlType
        && ttl == that.ttl
        && permissions == that.permissions
        && type.equals(that.type)
        && Arrays.equals(data, that.data)
        && references.equals(that.references);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * index + type.hashCode()) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return Integer.toUnsignedString(index) + " " + type + " " + data.length + " bytes";
  }
}
