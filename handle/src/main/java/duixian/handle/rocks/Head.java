package duixian.handle.rocks;

import duixian.handle.store.Census;
import duixian.handle.store.Channel;
import duixian.handle.store.Entry;
import duixian.handle.store.Varint;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What stands before the record in the store: 6 to 8 bytes for an identifier nobody changed.
///
/// One byte of channel and flags, then as varints: first creation in seconds since 2020, version if
/// not 1, seconds from first to last creation if re-created, from creation to last change if any.
record Head(
    Channel channel,
    boolean deleted,
    long version,
    long firstCreated,
    long created,
    long modified) {
  private static final int LARGEST = 36;
  private static final long EPOCH = 1_577_836_800L;
  private static final int DELETED = 8;
  private static final int RECREATED = 16;
  private static final int CHANGED = 32;

  static Head first(Channel channel, long second) {
    return new Head(channel, false, 1, second, second, second);
  }

  Head again(long second) {
    return new Head(channel, false, version + 1, firstCreated, second, second);
  }

  Head changed(long second) {
    return new Head(channel, false, version + 1, firstCreated, created, second);
  }

  Head gone(long second) {
    return new Head(channel, true, version + 1, firstCreated, created, second);
  }

  byte[] with(byte[] record) {
    var head = bytes();
    var whole = Arrays.copyOf(head, head.length + record.length);
    System.arraycopy(record, 0, whole, head.length, record.length);
    return whole;
  }

  byte[] bytes() {
    var head = ByteBuffer.allocate(LARGEST);
    var recreated = created != firstCreated;
    var changed = version != 1;
    head.put(
        (byte)
            (channel.code()
                | (deleted ? DELETED : 0)
                | (recreated ? RECREATED : 0)
                | (changed ? CHANGED : 0)));
    Varint.write(head, Math.max(0, firstCreated - EPOCH));
    if (recreated) {
      Varint.write(head, created - firstCreated);
    }
    if (changed) {
      Varint.write(head, version);
      Varint.write(head, modified - created);
    }
    return Arrays.copyOf(head.array(), head.position());
  }

  /// Reads the head and leaves `in` at the record.
  static Head read(ByteBuffer in) {
    var flags = in.get();
    var first = Varint.read(in) + EPOCH;
    var created = (flags & RECREATED) == 0 ? first : first + Varint.read(in);
    var version = (flags & CHANGED) == 0 ? 1 : Varint.read(in);
    var modified = (flags & CHANGED) == 0 ? created : created + Varint.read(in);
    return new Head(
        Channel.of(flags & 7), (flags & DELETED) != 0, version, first, created, modified);
  }

  static Head of(byte[] value) {
    return read(ByteBuffer.wrap(value));
  }

  static Entry entry(byte[] value) {
    var in = ByteBuffer.wrap(value);
    var head = read(in);
    var record = Arrays.copyOfRange(value, in.position(), value.length);
    return new Entry(
        record, head.version, head.firstCreated, head.created, head.modified, head.channel);
  }

  static boolean deleted(byte[] value) {
    return (value[0] & DELETED) != 0;
  }

  Census.State state() {
    return deleted
        ? Census.State.DELETED
        : created == firstCreated ? Census.State.LIVE : Census.State.RECREATED;
  }
}
